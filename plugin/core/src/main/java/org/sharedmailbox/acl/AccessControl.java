/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import com.google.common.collect.ImmutableList;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationService;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.FolderName;
import org.sharedmailbox.delegation.ImapRights;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.transaction.Transactions;

/**
 * Reads and changes delegations folder by folder, as RFC 4314 does. Whether the actor may do so is
 * asked before. Rights to send are never touched.
 *
 * <p>Where a folder is empty, the mailbox as a whole is meant. What is refused is refused with a
 * {@link RequestRefusedException}, and then nothing has changed. Safe for use by many threads; may
 * block.
 */
public class AccessControl {
    private final Delegations delegations;
    private final DelegationService service;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public AccessControl(
            Delegations delegations,
            DelegationService service,
            Transactions transactions,
            Clock clock) {
        this.delegations = delegations;
        this.service = service;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Who holds rights there by a delegation that has not ended, whether or not it has begun and
     * policy lets it have effect; by address.
     */
    public List<AccessControlEntry> entries(Username owner, Optional<FolderName> folder) {
        Instant now = clock.instant();
        return delegations.ofOwner(owner).stream()
                .filter(one -> !one.validity().hasEndedAt(now))
                .filter(one -> Grant.of(Optional.of(one)).reaches(folder))
                .map(one -> AccessControlEntry.of(one.delegate(), ImapRights.givenBy(one.rights())))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Changes what the delegate holds on that folder, and adds the folder to the delegation, or
     * makes one. Refuses, beside what {@link DelegationService#grant} refuses, letters that are not
     * whole bundles, and rights that other folders of the delegation would get or lose too.
     */
    public void set(
            Username owner,
            Optional<FolderName> folder,
            Username delegate,
            RightsModification modification,
            Actor actor) {
        requireAccount(delegate);
        AclEdit edit = new AclEdit(delegate, folder);
        change(owner, delegate, present -> edit.set(present, modification), actor);
    }

    /**
     * Takes the folder out of the delegate's delegation, or ends it, with the last folder or for
     * the mailbox as a whole. It may be that there is none to take.
     */
    public void delete(
            Username owner, Optional<FolderName> folder, Username delegate, Actor actor) {
        if (service.find(owner, delegate).isEmpty()) {
            requireAccount(delegate);
        }
        change(owner, delegate, new AclEdit(delegate, folder)::delete, actor);
    }

    /** Refuses ({@code NOT_FOUND}) an identifier that is no account. */
    public void requireAccount(Username identifier) {
        service.requireAccount(identifier);
    }

    private void change(Username owner, Username delegate, UnaryOperator<Grant> edit, Actor actor) {
        transactions.inTransaction(
                () -> {
                    Optional<Delegation> present = locked(owner, delegate);
                    Grant before = Grant.of(present);
                    Grant after = edit.apply(before);
                    if (present.isEmpty() || !after.isWithin(before)) {
                        give(owner, delegate, present, after, actor);
                    } else if (!after.equals(before)) {
                        take(present.get(), after, actor);
                    }
                    return after;
                });
    }

    /** What is there and has not ended, under the lock of the owner's delegations. */
    private Optional<Delegation> locked(Username owner, Username delegate) {
        Instant now = clock.instant();
        delegations.lockAndCount(owner, now);
        return delegations.find(owner, delegate).filter(one -> !one.validity().hasEndedAt(now));
    }

    private void give(
            Username owner,
            Username delegate,
            Optional<Delegation> present,
            Grant grant,
            Actor actor) {
        if (grant.isNothing()) {
            return;
        }
        if (present.isPresent()) {
            service.widen(present.get(), grant.rights(), grant.folders(), actor);
        } else {
            DelegationTerms terms =
                    DelegationTerms.builder()
                            .rights(grant.rights())
                            .folders(grant.folders())
                            .build();
            service.grant(owner, delegate, terms, actor);
        }
    }

    private void take(Delegation present, Grant rest, Actor actor) {
        if (rest.isNothing()) {
            service.revoke(present.owner(), present.delegate(), actor);
        } else {
            service.narrow(present, rest.rights(), rest.folders(), actor);
        }
    }
}
