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
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationService;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.transaction.Transactions;

/**
 * Reads and changes delegations folder by folder, as RFC 4314 does. Who changes them must hold
 * right {@code a} there at that moment, whatever they held when they asked. Rights to send are
 * never touched.
 *
 * <p>Where a folder is empty, the mailbox as a whole is meant. What is refused is refused with a
 * {@link RequestRefusedException}, and then nothing has changed. Thread-safe; may block.
 */
public class AclService {
    private final Delegations delegations;
    private final DelegationService service;
    private final AccessResolver accesses;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public AclService(
            Delegations delegations,
            DelegationService service,
            AccessResolver accesses,
            Transactions transactions,
            Clock clock) {
        this.delegations = delegations;
        this.service = service;
        this.accesses = accesses;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Who holds rights there by a delegation that has not ended, whether or not it has begun and
     * policy lets it have effect; by address.
     */
    public List<AclEntry> entries(Username owner, Optional<FolderName> folder) {
        Instant now = clock.instant();
        return delegations.ofOwner(owner).stream()
                .filter(delegation -> !delegation.validity().hasEndedAt(now))
                .filter(delegation -> Grant.of(Optional.of(delegation)).reaches(folder))
                .map(
                        delegation ->
                                AclEntry.of(
                                        delegation.delegate(),
                                        ImapRights.givenBy(delegation.rights())))
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
            Username member) {
        requireAccount(delegate);
        AclEdit edit = new AclEdit(delegate, folder);
        change(
                owner,
                delegate,
                member,
                () -> requireAdministrator(owner, folder, member),
                before -> edit.set(before, modification));
    }

    /**
     * Takes the folder out of the delegate's delegation, or ends it, with the last folder or for
     * the mailbox as a whole, which members may do for themselves without right {@code a}. It may
     * be that there is none to take.
     */
    public void delete(
            Username owner, Optional<FolderName> folder, Username delegate, Username member) {
        if (service.find(owner, delegate).isEmpty()) {
            requireAccount(delegate);
        }
        boolean leaves = folder.isEmpty() && delegate.equals(member);
        change(
                owner,
                delegate,
                member,
                () -> {
                    if (!leaves) {
                        requireAdministrator(owner, folder, member);
                    }
                },
                new AclEdit(delegate, folder)::delete);
    }

    /** Refuses ({@code NOT_FOUND}) an identifier that is no account. */
    public void requireAccount(Username identifier) {
        service.requireAccount(identifier);
    }

    /** Asked under the lock, and in the transaction, where no cache answers. */
    private void requireAdministrator(
            Username owner, Optional<FolderName> folder, Username member) {
        if (!member.equals(owner)) {
            Access access = accesses.access(owner, member);
            ImapRights rights = folder.map(access::imapRightsOn).orElseGet(access::imapRightsOnAll);
            if (!rights.allow(Right.Administer)) {
                throw RequestRefusedException.policy(
                        "You do not have the right to do this here any more.");
            }
        }
    }

    /**
     * @param authority refuses a member who may not do this; asked under the lock
     */
    private void change(
            Username owner,
            Username delegate,
            Username member,
            Runnable authority,
            UnaryOperator<Grant> edit) {
        transactions.inTransaction(
                () -> {
                    Optional<Delegation> present = locked(owner, delegate);
                    authority.run();
                    Grant before = Grant.of(present);
                    Grant after = edit.apply(before);
                    Actor actor = Actor.member(member, AuditSource.IMAP);
                    boolean gives =
                            present.isEmpty()
                                    || !after.isWithin(before)
                                    || service.wouldGive(present.get(), after.rights());
                    if (gives) {
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
        return delegations
                .find(owner, delegate)
                .filter(delegation -> !delegation.validity().hasEndedAt(now));
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
