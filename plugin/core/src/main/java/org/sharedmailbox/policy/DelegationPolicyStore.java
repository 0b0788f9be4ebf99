/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

import java.util.Optional;

/**
 * The store of all policies. {@link org.sharedmailbox.administration.DelegationPolicyService} is
 * its only writer. Inside of a {@link org.sharedmailbox.transaction.Transactions transaction} it
 * takes part in it.
 */
public interface DelegationPolicyStore extends DelegationPolicies {
    /** What was said for exactly that scope. */
    Optional<DelegationPolicy> find(PolicyScope scope);

    /**
     * Lets nobody else {@link #lock} that scope until this transaction ends, so that of two who
     * change its policy at once the second sees what the first has made of it. Only inside of a
     * transaction.
     */
    void lock(PolicyScope scope);

    /** Adds it, or replaces the one of that scope. */
    void put(PolicyScope scope, DelegationPolicy policy);

    /** Whether there was one to remove. */
    boolean remove(PolicyScope scope);
}
