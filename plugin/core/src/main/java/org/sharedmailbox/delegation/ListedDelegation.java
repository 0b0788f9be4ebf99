/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;

/** Who can access whose mailbox, and whether that holds at the moment that was asked about. */
@AutoValue
public abstract class ListedDelegation {
    ListedDelegation() {}

    public static ListedDelegation of(Delegation delegation, DelegationState state) {
        return new AutoValue_ListedDelegation(delegation, state);
    }

    public abstract Delegation delegation();

    public abstract DelegationState state();
}
