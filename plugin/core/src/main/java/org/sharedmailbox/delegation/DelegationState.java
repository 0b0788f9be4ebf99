/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static java.util.Locale.ROOT;

/** The state of a delegation at an instant. Only {@link #ACTIVE} gives any rights. */
public enum DelegationState {
    SCHEDULED,
    ACTIVE,
    EXPIRED,
    /** An administrator has suspended it, or the policy of the owner's domain. */
    SUSPENDED;

    /**
     * Returns the state with the policy taken into account: one that is off suspends all that has
     * not ended, also what has not begun.
     *
     * @param permitted whether the policy permits delegation of that mailbox
     */
    public DelegationState underPolicy(boolean permitted) {
        return permitted || this == EXPIRED ? this : SUSPENDED;
    }

    /** Returns the name that the API writes, in lower case. */
    public String wireName() {
        return name().toLowerCase(ROOT);
    }
}
