/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The sessions that James's processors are handed: the delegate's connection, but with the owner's
 * account behind it and, where the rights permit it, the owner's folder as the selected one.
 * Whoever makes one has asked for the rights before.
 */
package org.sharedmailbox.imap.session;
