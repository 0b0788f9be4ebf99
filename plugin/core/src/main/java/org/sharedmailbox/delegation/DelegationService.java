/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableSet;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.transaction.Transactions;

/**
 * Grants and revokes: the only writer of {@link Delegations}. What it refuses it refuses with a
 * {@link RequestRefusedException}, and then nothing has changed. Thread-safe.
 */
public class DelegationService {
    private final Delegations delegations;
    private final SharedMailboxes mailboxes;
    private final GrantRules rules;
    private final DelegationChanges changes;
    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public DelegationService(
            Delegations delegations,
            SharedMailboxes mailboxes,
            GrantRules rules,
            DelegationChanges changes,
            AuditLog auditLog,
            Transactions transactions,
            Clock clock) {
        this.delegations = delegations;
        this.mailboxes = mailboxes;
        this.rules = rules;
        this.changes = changes;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<Delegation> find(Username owner, Username delegate) {
        return delegations.find(owner, delegate);
    }

    /** Refuses ({@code NOT_FOUND}) an address that is no account. */
    public void requireAccount(Username address) {
        rules.requireAccount(address);
    }

    /**
     * Makes the delegation between the two say exactly what the terms say.
     *
     * @return the delegation as it stands then, so that nobody has to read it again
     */
    public GrantedDelegation grant(
            Username owner, Username delegate, DelegationTerms terms, Actor actor) {
        return transactions.inTransaction(() -> grant(owner, delegate, terms, actor, rules));
    }

    private GrantedDelegation grant(
            Username owner,
            Username delegate,
            DelegationTerms terms,
            Actor actor,
            GrantRules applied) {
        Instant now = clock.instant();
        int members = delegations.lockAndCount(owner, now);
        Optional<Delegation> present = delegations.find(owner, delegate);
        GrantContext context =
                GrantContext.of(owner, delegate, mailboxes.find(owner), present, members, now);
        // Under the lock: an owner that was being deleted meanwhile is gone by now.
        Optional<Delegation> wanted = applied.grant(context, terms, actor);
        if (wanted.isEmpty()) {
            return GrantedDelegation.of(GrantOutcome.UNCHANGED, present.orElseThrow());
        }
        delegations.put(wanted.get());
        recordAndAnnounce(
                present.isPresent()
                        ? AuditAction.DELEGATION_CHANGED
                        : AuditAction.DELEGATION_GRANTED,
                wanted.get(),
                actor);
        return GrantedDelegation.of(
                present.isPresent() ? GrantOutcome.CHANGED : GrantOutcome.CREATED, wanted.get());
    }

    /**
     * Ends the delegation, effective at the next command.
     *
     * @return whether there was one
     */
    public boolean revoke(Username owner, Username delegate, Actor actor) {
        return transactions.inTransaction(
                () -> {
                    // Whoever is changing it has read it under this lock, and would write it again.
                    delegations.lockAndCount(owner, clock.instant());
                    Optional<Delegation> present = delegations.find(owner, delegate);
                    if (present.isEmpty()) {
                        return false;
                    }
                    delegations.remove(owner, delegate);
                    recordAndAnnounce(AuditAction.DELEGATION_REVOKED, present.get(), actor);
                    return true;
                });
    }

    /**
     * Makes more, or something else, of a delegation, by the rules of {@link #grant}; what is said
     * beside rights and folders stays. Folders of it that were deleted since are left out, and keep
     * nobody up.
     *
     * @param present what is there, read in this transaction and under the lock of the owner
     */
    public void widen(
            Delegation present,
            ImmutableSet<DelegationRight> rights,
            FolderScope folders,
            Actor actor) {
        transactions.inTransaction(
                () -> {
                    GrantRules memoized = rules.memoized();
                    DelegationTerms terms =
                            DelegationTerms.of(present).toBuilder()
                                    .rights(rights)
                                    .folders(memoized.withoutDeleted(folders, present))
                                    .build();
                    return grant(present.owner(), present.delegate(), terms, actor, memoized);
                });
    }

    /**
     * Returns whether these rights, in the place of those that are there, would let the delegate do
     * over IMAP what they cannot do now because the policy permits the others not: lesser rights
     * may be more than none.
     */
    public boolean wouldGive(Delegation present, ImmutableSet<DelegationRight> rights) {
        return !rules.effective(present.owner(), rights)
                .minus(rules.effective(present.owner(), present.rights()))
                .isEmpty();
    }

    /**
     * Leaves of a delegation less than there was. No policy is asked: taking away is always
     * permitted, also while a policy suspends the delegation.
     *
     * @param present what is there, read in this transaction and under the lock of the owner
     * @param rights what is left of its rights, or lesser ones; at least one
     * @param folders what is left of its folders
     */
    public void narrow(
            Delegation present,
            ImmutableSet<DelegationRight> rights,
            FolderScope folders,
            Actor actor) {
        transactions.inTransaction(
                () -> {
                    Delegation narrowed =
                            present.toBuilder()
                                    .rights(rights)
                                    .folders(folders)
                                    .changedAt(clock.instant())
                                    .build();
                    delegations.put(narrowed);
                    recordAndAnnounce(AuditAction.DELEGATION_CHANGED, narrowed, actor);
                    return narrowed;
                });
    }

    /** Records the change with it, and announces it once it holds. */
    private void recordAndAnnounce(AuditAction action, Delegation delegation, Actor actor) {
        auditLog.append(DelegationAuditDetails.entry(clock.instant(), actor, action, delegation));
        changes.announceAfterCommit(delegation.owner(), delegation.delegate());
    }
}
