/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What notices say: templates (Mustache), those that are built in and those of the operator, and
 * the variables that they can use. Whatever people write, such as a note, is a value and never part
 * of a template.
 */
package org.sharedmailbox.notice.text;
