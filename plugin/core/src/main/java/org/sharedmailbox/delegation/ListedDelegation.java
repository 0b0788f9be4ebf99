/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;

/** A delegation with its state at the moment for which it was listed, and its last use. */
@AutoValue
public abstract class ListedDelegation {
    ListedDelegation() {}

    public static ListedDelegation of(
            Delegation delegation, DelegationState state, LastUse lastUse) {
        return new AutoValue_ListedDelegation(delegation, state, lastUse);
    }

    public abstract Delegation delegation();

    public abstract DelegationState state();

    /** Returns when it was last used. */
    public abstract LastUse lastUse();
}
