/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static java.util.Locale.ROOT;

/** Where a delegation stands at an instant. Only {@link #ACTIVE} gives any right. */
public enum DelegationState {
    SCHEDULED,
    ACTIVE,
    EXPIRED,
    /** The policy of the owner's domain switches delegation off at present. */
    SUSPENDED;

    /** As the API writes it: lower case. */
    public String wireName() {
        return name().toLowerCase(ROOT);
    }
}
