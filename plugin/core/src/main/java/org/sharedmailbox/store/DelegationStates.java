/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationState;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * The states of delegations as conditions in SQL, on the tables {@code d}, {@code m}, {@code p} and
 * {@code f} of {@link JdbcDelegationDirectory} and the time {@code :at}.
 */
final class DelegationStates {
    /** Decides as {@link DelegationPolicy#permitsDelegation} does. */
    static final String PERMITTED =
            "coalesce(p.enabled, f.enabled, :enabled) and (m.address is not null or"
                    + " coalesce(p.personal_delegation, f.personal_delegation, :personal))";

    static final String ENDED = "d.not_after is not null and d.not_after <= :at";
    private static final String BEFORE_START = "d.not_before is not null and d.not_before > :at";

    /** Suspended by an administrator, whatever the policy says. */
    private static final String SUSPENDED = "d.suspended_at is not null";

    private DelegationStates() {}

    /** Decides as {@link Delegation#stateAt} does, and then {@link DelegationState#underPolicy}. */
    static String condition(DelegationState state) {
        switch (state) {
            case EXPIRED:
                return ENDED;
            case SUSPENDED:
                return not(ENDED) + " and (" + SUSPENDED + " or " + not(PERMITTED) + ")";
            case SCHEDULED:
                return not(ENDED)
                        + " and "
                        + not(SUSPENDED)
                        + " and "
                        + BEFORE_START
                        + " and "
                        + PERMITTED;
            case ACTIVE:
                return not(ENDED)
                        + " and "
                        + not(SUSPENDED)
                        + " and "
                        + not(BEFORE_START)
                        + " and "
                        + PERMITTED;
        }
        throw new AssertionError(state);
    }

    private static String not(String condition) {
        return "not (" + condition + ")";
    }
}
