/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.Validity;

/** The state before a grant, read under the lock of the owner. */
@AutoValue
public abstract class GrantContext {
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

    public abstract Username owner();

    public abstract Username delegate();

    public abstract Optional<SharedMailbox> mailbox();

    public abstract Optional<Delegation> present();

    abstract int members();

    public abstract Instant now();

    /** Returns the present delegation, unless it has ended. */
    public Optional<Delegation> unended() {
        return present().filter(delegation -> !delegation.validity().hasEndedAt(now()));
    }

    /** Returns whether the delegate is already one of the members. */
    boolean countsDelegate() {
        return unended().isPresent();
    }

    /** Returns a delegation that somebody grants now, and that does not give anything yet. */
    public Delegation begun(Validity validity, String grantedBy) {
        return Delegation.between(owner(), delegate())
                .validity(validity)
                .grantedBy(grantedBy)
                .grantedAt(now())
                .changedAt(now())
                .autoBuild();
    }

    /** Decides whether there is a delegation that gives all that the wanted one does. */
    boolean isLessenedTo(Delegation wanted) {
        return unended().filter(one -> Lessening.isLessening(one, wanted, now())).isPresent();
    }

    boolean hasTermsOf(Delegation wanted) {
        return present().filter(delegation -> delegation.hasTermsOf(wanted)).isPresent();
    }

    /**
     * Returns the delegation that the terms ask for, with the history of the present one.
     *
     * @param sendRights the rights to send that are granted
     * @param entries what is granted folder by folder
     */
    Delegation wanted(
            Collection<DelegationRight> sendRights,
            FolderEntries entries,
            DelegationTerms terms,
            Actor actor) {
        // As the store keeps it, because what is made here is also what is answered.
        Instant kept = now().truncatedTo(ChronoUnit.MICROS);
        try {
            return Delegation.between(owner(), delegate())
                    .sendRights(sendRights)
                    .entries(entries)
                    .validity(terms.validity())
                    .subscribe(terms.subscribe())
                    .noticesTo(terms.noticesTo())
                    .autoReply(terms.autoReply())
                    .note(terms.note())
                    // Who is locked out is not let in again by other terms.
                    .suspension(present().flatMap(Delegation::suspension))
                    .grantedBy(present().map(Delegation::grantedBy).orElse(actor.name()))
                    .grantedAt(present().map(Delegation::grantedAt).orElse(kept))
                    .changedAt(kept)
                    .build();
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid(
                    faultyField(sendRights.isEmpty() && entries.asList().isEmpty()),
                    String.valueOf(e.getMessage()));
        }
    }

    private String faultyField(boolean isEmpty) {
        if (isEmpty) {
            return "rights";
        }
        return owner().equals(delegate()) ? "delegate" : "note";
    }
}
