/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;

/** A delegation as it stands after a grant, and what the grant did to it. */
@AutoValue
public abstract class GrantedDelegation {
    GrantedDelegation() {}

    static GrantedDelegation of(GrantOutcome outcome, Delegation delegation) {
        return new AutoValue_GrantedDelegation(outcome, delegation);
    }

    public abstract GrantOutcome outcome();

    /** The delegation as the store keeps it: a caller need not read it again. */
    public abstract Delegation delegation();
}
