/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.DelegationPolicyStore;
import org.sharedmailbox.policy.PolicyScope;

/** Caches for at most a second which policy is in force for an owner. */
final class CachedDelegationPolicies implements DelegationPolicyStore {
    private final DelegationPolicyStore store;
    private final JdbcTransactions transactions;
    private final RecentReads<Username, DelegationPolicy> byOwner;

    CachedDelegationPolicies(
            DelegationPolicyStore store, JdbcTransactions transactions, Caching caching) {
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

    @Override
    public Optional<DelegationPolicy> find(PolicyScope scope) {
        return store.find(scope);
    }

    @Override
    public void lock(PolicyScope scope) {
        store.lock(scope);
    }

    @Override
    public void put(PolicyScope scope, DelegationPolicy policy) {
        transactions.changing(
                () -> {
                    store.put(scope, policy);
                    return true;
                },
                byOwner::forgetAll);
    }

    @Override
    public boolean remove(PolicyScope scope) {
        return transactions.changing(() -> store.remove(scope), byOwner::forgetAll);
    }

    /** Drops everything that was read. */
    void forget() {
        byOwner.forgetAll();
    }
}
