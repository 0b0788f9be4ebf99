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

    /** Returns the name that the API writes, in lower case. */
    public String wireName() {
        return name().toLowerCase(ROOT);
    }
}
