/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.time.Instant;
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

    /** Decides whether there is none, whatever any of them would give at the moment. */
    public boolean isEmpty() {
        return delegations().isEmpty();
    }

    // Both are asked at every command, of people who may hold hundreds: no stream is made for each.

    Optional<HeldDelegation> of(Username owner) {
        for (HeldDelegation held : delegations()) {
            if (held.delegation().owner().equals(owner)) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }

    /** Decides whether an earlier account of the delegate's name ended after the user signed in. */
    boolean belongToAnotherAccountThan(SignedInUser user) {
        for (HeldDelegation held : delegations()) {
            Optional<Instant> end = held.accountEnd();
            if (end.isPresent() && user.hadAccountUntil(end.get())) {
                return true;
            }
        }
        return false;
    }
}
