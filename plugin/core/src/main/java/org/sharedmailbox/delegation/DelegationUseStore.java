/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.util.Collection;
import org.apache.james.core.Username;

/**
 * The last days on which delegations were used. Throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached. Joins the
 * {@link org.sharedmailbox.transaction.Transactions transaction} of the calling thread.
 * Thread-safe.
 */
public interface DelegationUseStore {
    /** Stores the days, where there is such a delegation and no later day is known. */
    void put(Collection<DelegationUse> uses);

    /** Returns when the delegation was last used. */
    LastUse lastUse(Username owner, Username delegate);
}
