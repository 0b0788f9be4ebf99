/* SPDX-License-Identifier: Apache-2.0 */
/**
 * IDLE in another owner's folder: nothing is told without asking for the rights, and whoever loses
 * the access is told so within a second.
 */
package org.sharedmailbox.imap.idle;
