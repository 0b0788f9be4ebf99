/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

import org.apache.james.core.Username;

/**
 * The policies in force. Throws {@link org.sharedmailbox.failure.StoreUnavailableException} while
 * the store cannot be reached. Thread-safe.
 */
public interface DelegationPolicies {
    /**
     * Returns the policy in force for that owner's mailbox: its domain's policy, or else the
     * default.
     */
    DelegationPolicy policyOf(Username owner);
}
