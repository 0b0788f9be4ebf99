/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.model.DelegationRight;

/** The state before a grant, read under the lock of the owner. */
@AutoValue
abstract class GrantContext {
    GrantContext() {}

    /**
     * @param mailbox the owner's shared mailbox, if the owner is one
     * @param present the delegation that the delegate was granted before, even if it has ended
     * @param members the number of delegations of the owner that have not ended
     */
    static GrantContext of(
            Username owner,
            Username delegate,
            Optional<SharedMailbox> mailbox,
            Optional<Delegation> present,
            int members,
            Instant now) {
        return new AutoValue_GrantContext(owner, delegate, mailbox, present, members, now);
    }

    abstract Username owner();

    abstract Username delegate();

    abstract Optional<SharedMailbox> mailbox();

    abstract Optional<Delegation> present();

    abstract int members();

    abstract Instant now();

    /** Returns whether the delegate is already one of the members. */
    boolean countsDelegate() {
        return present().filter(delegation -> !delegation.validity().hasEndedAt(now())).isPresent();
    }

    boolean hasTermsOf(Delegation wanted) {
        return present().filter(delegation -> delegation.hasTermsOf(wanted)).isPresent();
    }

    /**
     * Returns the delegation that the terms ask for, with the history of the present one.
     *
     * @param rights the rights of the terms, or the default ones if the terms name none
     */
    Delegation wanted(ImmutableSet<DelegationRight> rights, DelegationTerms terms, Actor actor) {
        // As the store keeps it, because what is made here is also what is answered.
        Instant kept = now().truncatedTo(ChronoUnit.MICROS);
        try {
            return Delegation.between(owner(), delegate())
                    .rights(rights)
                    .folders(terms.folders())
                    .validity(terms.validity())
                    .subscribe(terms.subscribe())
                    .note(terms.note())
                    .grantedBy(present().map(Delegation::grantedBy).orElse(actor.name()))
                    .grantedAt(present().map(Delegation::grantedAt).orElse(kept))
                    .changedAt(kept)
                    .build();
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid(
                    faultyField(rights), String.valueOf(e.getMessage()));
        }
    }

    private String faultyField(ImmutableSet<DelegationRight> rights) {
        if (rights.isEmpty()) {
            return "rights";
        }
        return owner().equals(delegate()) ? "delegate" : "note";
    }
}
