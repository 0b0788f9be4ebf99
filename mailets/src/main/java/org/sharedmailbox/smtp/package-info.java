/* SPDX-License-Identifier: Apache-2.0 */
/**
 * SMTP submission: the list of handlers that James loads, the hook in it that verifies senders, and
 * what the hook asks to find out who may send from where. Replies to clients, and the audit entries
 * of mail that was sent or refused, are written here and nowhere else.
 */
package org.sharedmailbox.smtp;
