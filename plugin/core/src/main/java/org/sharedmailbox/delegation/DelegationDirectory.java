/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.time.Instant;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;

/**
 * The list of all delegations, as administrators see it. Throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached. Joins the
 * {@link org.sharedmailbox.transaction.Transactions transaction} of the calling thread.
 * Thread-safe.
 */
public interface DelegationDirectory {
    /**
     * Returns the delegations that match, in the order of the owners' and then the delegates'
     * addresses.
     *
     * @param at the moment for which states are returned
     */
    Listing<ListedDelegation> find(DelegationFilter filter, Slice slice, Instant at);
}
