/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;

/**
 * The delegations that one delegate holds from all owners, as read at one moment: for one command,
 * which may concern several owners. Immutable.
 */
@AutoValue
public abstract class HeldDelegations {
    HeldDelegations() {}

    static HeldDelegations of(Username delegate, List<HeldDelegation> delegations) {
        return new AutoValue_HeldDelegations(delegate, ImmutableList.copyOf(delegations));
    }

    /** Returns who holds them. */
    public abstract Username delegate();

    abstract ImmutableList<HeldDelegation> delegations();

    Optional<HeldDelegation> of(Username owner) {
        return delegations().stream()
                .filter(held -> held.delegation().owner().equals(owner))
                .findFirst();
    }
}
