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
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.transaction.Transactions;

/**
 * Reads and changes delegations folder by folder, as RFC 4314 does. The member who changes them
 * must hold right {@code a} there at the moment of the change, whatever they held when they sent
 * the command. Rights to send are never changed.
 *
 * <p>An empty folder stands for the mailbox as a whole. Refusals are {@link
 * RequestRefusedException}s, and then nothing has changed. Thread-safe; may block.
 */
public class AclService {
    private final Delegations delegations;
    private final DelegationService service;
    private final AccessResolver accesses;
    private final Transactions transactions;
    private final Clock clock;
    private final GrantWriter writer;

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
        this.writer = new GrantWriter(service);
    }

    /**
     * Returns who holds rights there by a delegation that has not ended, whether or not it has
     * begun and the policy lets it take effect; in the order of addresses.
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
     * Changes the delegate's rights on that folder, and adds the folder to the delegation, or
     * creates one. Refuses everything that {@link DelegationService#grant} refuses, and also
     * letters that are not whole bundles, and changes that other folders of the delegation would
     * share.
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
     * Removes the folder from the delegate's delegation. Ends the delegation with its last folder,
     * or for the mailbox as a whole; members may do the latter for themselves without right {@code
     * a}. Does nothing if there is no such delegation.
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

    /** Checks the right under the lock, and within the transaction, where no cache answers. */
    private void requireAdministrator(
            Username owner, Optional<FolderName> folder, Username member) {
        if (!member.equals(owner)) {
            Access access = accesses.access(owner, member);
            ImapRights rights = folder.map(access::imapRightsOn).orElseGet(access::imapRightsOnAll);
            if (!rights.allow(Right.Administer)) {
                throw RequestRefusedException.policy(
                        "You no longer have the right to do this here.");
            }
        }
    }

    /**
     * @param authority refuses a member who may not do this; runs under the lock
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
                    Grant after = edit.apply(Grant.of(present));
                    Actor actor = Actor.member(member, AuditSource.IMAP);
                    writer.write(owner, delegate, present, after, actor);
                    return after;
                });
    }

    /** Returns the delegation if it has not ended, and locks the owner's delegations. */
    private Optional<Delegation> locked(Username owner, Username delegate) {
        Instant now = clock.instant();
        delegations.lockAndCount(owner, now);
        return delegations
                .find(owner, delegate)
                .filter(delegation -> !delegation.validity().hasEndedAt(now));
    }
}
