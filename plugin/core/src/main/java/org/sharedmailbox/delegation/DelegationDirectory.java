/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;
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

    /**
     * Returns the first of the delegations that match, or the first behind one of them, in the same
     * order. Whoever reads all of them so, part by part, meets none twice and misses none that was
     * there all the time; each part costs the same, however many come before it.
     *
     * @param last the last one of the part before; empty for the first part
     * @param limit the most to return; fewer are the last
     * @param at the moment for which states are returned
     */
    ImmutableList<ListedDelegation> findBehind(
            Optional<ListedDelegation> last, DelegationFilter filter, int limit, Instant at);
}
