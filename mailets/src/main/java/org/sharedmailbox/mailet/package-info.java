/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The mailets, and what they do to a mail that the SMTP hook accepted: rewrite its headers and
 * envelope, and file a copy in the mailbox's Sent. They carry out decisions and make none. James
 * creates {@link org.sharedmailbox.mailet.DelegatedSender} and {@link
 * org.sharedmailbox.mailet.SharedSentCopy} by name, so these names stay.
 */
package org.sharedmailbox.mailet;
