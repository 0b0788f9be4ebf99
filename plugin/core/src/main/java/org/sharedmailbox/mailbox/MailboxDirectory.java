/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;

/**
 * All shared mailboxes as administrators look at them. Throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached.
 * Thread-safe.
 */
public interface MailboxDirectory {
    /** By address. */
    Listing<ListedMailbox> find(MailboxFilter filter, Slice slice);
}
