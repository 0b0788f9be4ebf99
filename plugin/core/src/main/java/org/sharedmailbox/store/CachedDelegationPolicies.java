/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.apache.james.core.Username;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.policy.DelegationPolicy;

/** Remembers for at most a second which policy holds for an owner. */
public final class CachedDelegationPolicies implements DelegationPolicies {
    private final DelegationPolicies store;
    private final JdbcTransactions transactions;
    private final RecentReads<Username, DelegationPolicy> byOwner;

    public CachedDelegationPolicies(
            DelegationPolicies store, JdbcTransactions transactions, Caching caching) {
        this.store = store;
        this.transactions = transactions;
        this.byOwner = caching.newCache();
    }

    @Override
    public DelegationPolicy policyOf(Username owner) {
        return transactions.isActive()
                ? store.policyOf(owner)
                : byOwner.get(owner, store::policyOf);
    }
}
