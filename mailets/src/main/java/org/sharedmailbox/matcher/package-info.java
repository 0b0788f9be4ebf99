/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Matchers for the mail processors that operators write themselves. James creates them by name, so
 * their names stay.
 */
package org.sharedmailbox.matcher;
