/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

import java.util.Optional;

/**
 * The store of all policies. {@link org.sharedmailbox.administration.DelegationPolicyService} is
 * its only writer. Joins the {@link org.sharedmailbox.transaction.Transactions transaction} of the
 * calling thread.
 */
public interface DelegationPolicyStore extends DelegationPolicies {
    /** Returns the policy that was set for exactly that scope. */
    Optional<DelegationPolicy> find(PolicyScope scope);

    /**
     * Keeps everyone else from {@linkplain #lock locking} that scope until this transaction ends,
     * so that of two concurrent changes the second sees the result of the first. Needs a
     * transaction.
     */
    void lock(PolicyScope scope);

    /** Adds the policy, or replaces that of the scope. */
    void put(PolicyScope scope, DelegationPolicy policy);

    /**
     * Removes the policy of that scope.
     *
     * @return whether there was one
     */
    boolean remove(PolicyScope scope);
}
