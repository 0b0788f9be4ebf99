/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;

/**
 * The list of all shared mailboxes, as administrators see it. Throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached.
 * Thread-safe.
 */
public interface MailboxDirectory {
    /** Returns the mailboxes that match, in the order of their addresses. */
    Listing<ListedMailbox> find(MailboxFilter filter, Slice slice);
}
