/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.time.Instant;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;

/**
 * All delegations as administrators look at them. Throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached.
 * Thread-safe; inside of a {@link org.sharedmailbox.transaction.Transactions transaction} it takes
 * part in it.
 */
public interface DelegationDirectory {
    /**
     * By owner's and then delegate's address.
     *
     * @param at the moment that states are about
     */
    Listing<ListedDelegation> find(DelegationFilter filter, Slice slice, Instant at);
}
