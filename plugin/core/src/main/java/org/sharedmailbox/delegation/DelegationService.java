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
 * Grants, changes and revokes delegations. Refusals are {@link RequestRefusedException}s, and then
 * nothing has changed. Thread-safe.
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

    /** Refuses ({@code NOT_FOUND}) an address that is not an account. */
    public void requireAccount(Username address) {
        rules.requireAccount(address);
    }

    /**
     * Creates the delegation with exactly these terms, or replaces the terms of the present one.
     *
     * @return the delegation as it is stored now, so that nobody has to read it again
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
        // Checked under the lock: an owner that was being deleted meanwhile is gone by now.
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
                    // Whoever is changing the delegation has read it under this lock, and would
                    // write it again.
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
     * Replaces the rights and folders of a delegation, by the rules of {@link #grant}; its other
     * terms stay. Folders that were granted before and have been deleted since are left out, so
     * that they do not make the grant fail.
     *
     * @param present the present delegation, read in this transaction and under the lock of the
     *     owner
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
     * Returns whether replacing the present rights by these would give the delegate IMAP rights
     * that they do not have now. Even lesser rights can do that, if the policy does not permit the
     * present ones.
     */
    public boolean wouldGive(Delegation present, ImmutableSet<DelegationRight> rights) {
        return !rules.effective(present.owner(), rights)
                .minus(rules.effective(present.owner(), present.rights()))
                .isEmpty();
    }

    /**
     * Reduces a delegation. No policy is consulted: taking rights away is always permitted, even
     * while a policy suspends the delegation.
     *
     * @param present the present delegation, read in this transaction and under the lock of the
     *     owner
     * @param rights the rights that are left, or lesser ones; at least one
     * @param folders the folders that are left
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

    /** Records the change in its transaction, and announces it after the commit. */
    private void recordAndAnnounce(AuditAction action, Delegation delegation, Actor actor) {
        auditLog.append(DelegationAuditDetails.entry(clock.instant(), actor, action, delegation));
        changes.announceAfterCommit(delegation.owner(), delegation.delegate());
    }
}
