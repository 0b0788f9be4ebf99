/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import org.apache.james.core.Domain;
import org.apache.james.core.Username;
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

    /**
     * Returns the addresses of the domain's shared mailboxes, and of its personal mailboxes on
     * which there is any delegation, whatever its state; in the order of addresses.
     */
    Listing<Username> delegatedIn(Domain domain, Slice slice);
}
