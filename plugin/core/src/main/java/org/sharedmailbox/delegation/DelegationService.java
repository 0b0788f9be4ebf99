/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.RepeatedChanges;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.model.FolderEntries;
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
    private final RepeatedChanges audit;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public DelegationService(
            Delegations delegations,
            SharedMailboxes mailboxes,
            GrantRules rules,
            DelegationChanges changes,
            RepeatedChanges audit,
            Transactions transactions,
            Clock clock) {
        this.delegations = delegations;
        this.mailboxes = mailboxes;
        this.rules = rules;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<Delegation> find(Username owner, Username delegate) {
        return delegations.find(owner, delegate);
    }

    /** Refuses ({@code NOT_FOUND}) an address that is not an account. */
    public void requireAccount(Username address) {
        rules.accounts().requireAccount(AccountRules.OWNER, address);
    }

    /** Refuses the same, and says whose alias the address is: for administrators. */
    public void requireAccountNotAlias(Username address) {
        rules.accounts().requireAccountNotAlias(AccountRules.OWNER, address);
    }

    /**
     * Creates the delegation with exactly these terms, or replaces the terms of the present one.
     *
     * @return the delegation as it is stored now, so that nobody has to read it again
     */
    public GrantedDelegation grant(
            Username owner, Username delegate, DelegationTerms terms, Actor actor) {
        return transactions.inRepeatableTransaction(
                () -> {
                    GrantContext context = lock(owner, delegate);
                    Optional<Delegation> present = context.present();
                    // Checked under the lock: an owner that was being deleted meanwhile is gone.
                    Optional<Delegation> wanted = rules.grant(context, terms, actor);
                    if (wanted.isEmpty()) {
                        return GrantedDelegation.of(GrantOutcome.UNCHANGED, present.orElseThrow());
                    }
                    put(context, wanted.get(), actor);
                    return GrantedDelegation.of(
                            present.isPresent() ? GrantOutcome.CHANGED : GrantOutcome.CREATED,
                            wanted.get());
                });
    }

    /**
     * Ends the delegation, effective at the next command.
     *
     * @return whether there was one
     */
    public boolean revoke(Username owner, Username delegate, Actor actor) {
        return transactions.inRepeatableTransaction(
                () -> {
                    // Whoever is changing the delegation has read it under this lock, and would
                    // write it again.
                    delegations.lockAndCount(owner, clock.instant());
                    Optional<Delegation> present = delegations.find(owner, delegate);
                    // Also one that gives nothing yet, because its entries are not bound to
                    // folders.
                    delegations.remove(owner, delegate);
                    if (present.isEmpty()) {
                        return false;
                    }
                    recordAndAnnounce(
                            AuditAction.DELEGATION_REVOKED, NoticeKind.ENDED, present.get(), actor);
                    return true;
                });
    }

    /**
     * Replaces what a delegation gives in folders; its other terms stay. A delegation that gives
     * nothing any more ends. To be called in a transaction.
     *
     * @param context the state before, read in this transaction and under the lock of the owner
     * @param present the present delegation, or a new one
     * @param entries what it is to give in folders
     * @param gives whether it gives the delegate anything that the present one does not: then the
     *     rules of {@link #grant} apply; taking rights away is always permitted, even while a
     *     policy suspends the delegation
     */
    public void replace(
            GrantContext context,
            Delegation present,
            FolderEntries entries,
            boolean gives,
            Actor actor) {
        transactions.inTransaction(
                () -> {
                    Delegation wanted = present.withEntries(entries, context.now());
                    if (gives) {
                        rules.requireGivable(context, wanted);
                    }
                    if (wanted.givesNothing()) {
                        return revoke(wanted.owner(), wanted.delegate(), actor);
                    }
                    put(context, wanted, actor);
                    return true;
                });
    }

    /**
     * Returns the state before a change of the delegation, and keeps others from changing it until
     * the transaction ends, which this needs.
     */
    public GrantContext lock(Username owner, Username delegate) {
        Instant now = clock.instant();
        int members = delegations.lockAndCount(owner, now);
        return GrantContext.of(
                owner,
                delegate,
                mailboxes.find(owner),
                delegations.find(owner, delegate),
                members,
                now);
    }

    private void put(GrantContext context, Delegation wanted, Actor actor) {
        delegations.put(wanted);
        if (context.present().isPresent()) {
            recordAndAnnounce(AuditAction.DELEGATION_CHANGED, NoticeKind.CHANGED, wanted, actor);
        } else {
            recordAndAnnounce(AuditAction.DELEGATION_GRANTED, NoticeKind.GRANTED, wanted, actor);
        }
    }

    /** Records the change in its transaction, and announces it after the commit. */
    private void recordAndAnnounce(
            AuditAction action, NoticeKind kind, Delegation delegation, Actor actor) {
        audit.record(
                DelegationAuditDetails.entry(clock.instant(), actor, action, delegation),
                delegation.entries().lettersSomewhere());
        changes.announce(kind, List.of(delegation), actor);
    }
}
