/* SPDX-License-Identifier: Apache-2.0 */
/**
 * COPY and MOVE. Between two folders of one owner James does it; between owners, for which it has
 * no command, {@link org.sharedmailbox.imap.transfer.MessageTransfer} does.
 */
package org.sharedmailbox.imap.transfer;
