/* SPDX-License-Identifier: Apache-2.0 */
/**
 * IMAP responses (RFC 9051 §7): those that are made here, such as {@code NO [NOPERM]}, and those of
 * James that are held back or rewritten on their way to the client.
 */
package org.sharedmailbox.imap.response;
