/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The access to folders, and its denial: a name becomes a folder together with the delegate's
 * access, once per command ({@link org.sharedmailbox.imap.access.AccessChecker}); what is denied is
 * refused and recorded ({@link org.sharedmailbox.imap.access.Denials}). The base classes of
 * processors that name a folder or use the selected one are here, because asking for the rights is
 * what they share.
 */
package org.sharedmailbox.imap.access;
