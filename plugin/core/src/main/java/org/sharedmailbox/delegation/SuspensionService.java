/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableList;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.transaction.Transactions;

/**
 * Suspends delegations, for administrators: they have no effect, from the next command on, until
 * they are resumed. Nothing else of them changes, so that resuming leaves everything as it was.
 * What is suspended or resumed already stays as it is, and is not recorded again. Thread-safe.
 */
public class SuspensionService {
    private final Delegations delegations;
    private final AccountRules accounts;
    private final DelegationChanges changes;
    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public SuspensionService(
            Delegations delegations,
            Accounts accounts,
            SharedMailboxes mailboxes,
            DelegationChanges changes,
            AuditLog auditLog,
            Transactions transactions,
            Clock clock) {
        this.delegations = delegations;
        this.accounts = new AccountRules(accounts, mailboxes);
        this.changes = changes;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Changes one delegation.
     *
     * @return the delegation as it is now; empty if there is none
     */
    public Optional<Delegation> change(
            SuspensionAction action, Username owner, Username delegate, Actor actor) {
        return transactions.inRepeatableTransaction(
                () -> {
                    change(action, List.of(owner), isFor(delegate), actor);
                    return delegations.find(owner, delegate);
                });
    }

    /**
     * Changes all delegations of an owner's mailbox.
     *
     * @return how many have changed
     * @throws RequestRefusedException ({@code NOT_FOUND}) if the owner is no account
     */
    public int changeAllOn(SuspensionAction action, Username owner, Actor actor) {
        accounts.requireAccountNotAlias(AccountRules.OWNER, owner);
        return transactions.inRepeatableTransaction(
                () -> change(action, List.of(owner), any -> true, actor));
    }

    /**
     * Changes all delegations that a delegate holds.
     *
     * @return how many have changed
     * @throws RequestRefusedException ({@code NOT_FOUND}) if the delegate is no account
     */
    public int changeAllOf(SuspensionAction action, Username delegate, Actor actor) {
        accounts.requireAccountNotAlias(AccountRules.DELEGATE, delegate);
        return transactions.inRepeatableTransaction(
                () -> {
                    List<Username> owners =
                            delegations.ofDelegate(delegate).stream()
                                    .map(held -> held.delegation().owner())
                                    .collect(Collectors.toList());
                    return change(action, owners, isFor(delegate), actor);
                });
    }

    private static Predicate<Delegation> isFor(Username delegate) {
        return delegation -> delegation.delegate().equals(delegate);
    }

    private int change(
            SuspensionAction action,
            Collection<Username> owners,
            Predicate<Delegation> concerned,
            Actor actor) {
        Collection<Delegation> present = delegations.lockAll(owners).values();
        Instant now = clock.instant();
        List<Delegation> changed =
                present.stream()
                        .filter(concerned)
                        .filter(delegation -> !action.isDoneTo(delegation))
                        .map(delegation -> action.applyTo(delegation, now, actor))
                        .collect(ImmutableList.toImmutableList());
        delegations.putSuspensions(changed);
        auditLog.appendAll(
                changed.stream()
                        .map(delegation -> entry(action, delegation, now, actor))
                        .collect(ImmutableList.toImmutableList()));
        changes.announce(action.toTell(), changed, actor);
        return changed.size();
    }

    private static AuditEntry entry(
            SuspensionAction action, Delegation delegation, Instant now, Actor actor) {
        return AuditEntry.of(
                now,
                actor,
                AuditAction.DELEGATION_CHANGED,
                delegation.owner(),
                Optional.of(delegation.delegate()),
                action.auditDetails(delegation));
    }
}
