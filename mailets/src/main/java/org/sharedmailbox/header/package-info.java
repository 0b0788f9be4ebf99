/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reads the header section of a mail, and writes fields into it, without touching a byte that
 * nobody asked to change: sections and fields as octets, the addresses in a field, display names
 * and encoded words. Knows nothing of SMTP sessions or mail attributes, and decides nothing about
 * who may send: what it reads goes to {@link org.sharedmailbox.sending.SendPolicy}.
 */
package org.sharedmailbox.header;
