/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.DelegationPolicyStore;
import org.sharedmailbox.policy.PolicyScope;

/**
 * Caches for at most a second which policy is in force in a domain: whoever opens many mailboxes
 * mostly opens those of one.
 */
final class CachedDelegationPolicies implements DelegationPolicyStore {
    private final DelegationPolicyStore store;
    private final JdbcTransactions transactions;
    private final RecentReads<Optional<Domain>, DelegationPolicy> byDomain;

    CachedDelegationPolicies(
            DelegationPolicyStore store, JdbcTransactions transactions, Caching caching) {
        this.store = store;
        this.transactions = transactions;
        this.byDomain = caching.newCache();
    }

    @Override
    public DelegationPolicy policyOf(Username owner) {
        return transactions.isActive()
                ? store.policyOf(owner)
                : byDomain.get(owner.getDomainPart(), domain -> store.policyOf(owner));
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
                byDomain::forgetAll);
    }

    @Override
    public boolean remove(PolicyScope scope) {
        return transactions.changing(() -> store.remove(scope), byDomain::forgetAll);
    }

    /** Drops everything that was read. */
    void forget() {
        byDomain.forgetAll();
    }
}
