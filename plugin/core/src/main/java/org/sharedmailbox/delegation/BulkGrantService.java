/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.failure.LineFault;
import org.sharedmailbox.failure.LinesRefusedException;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.transaction.Transactions;

/**
 * Grants many delegations at once, and revokes those that an exact list does not name: all of that,
 * in one transaction, or nothing. Each grant has to meet the same rules as one that {@link
 * DelegationService} makes. Thread-safe.
 */
public class BulkGrantService {
    private final Delegations delegations;
    private final ScopedDelegations scoped;
    private final SharedMailboxes mailboxes;
    private final GrantRules rules;
    private final DelegationChanges changes;
    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public BulkGrantService(
            Delegations delegations,
            ScopedDelegations scoped,
            SharedMailboxes mailboxes,
            GrantRules rules,
            DelegationChanges changes,
            AuditLog auditLog,
            Transactions transactions,
            Clock clock) {
        this.delegations = delegations;
        this.scoped = scoped;
        this.mailboxes = mailboxes;
        this.rules = rules;
        this.changes = changes;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Grants what is asked for, and revokes nothing; see {@link #apply}. */
    public BulkOutcome grant(
            List<GrantRequest> requests,
            Collection<LineFault> faults,
            boolean dryRun,
            Actor actor) {
        return apply(BulkChange.granting(requests, faults), dryRun, actor);
    }

    /**
     * Applies the requests in their order. What an exact one does not name is revoked before.
     *
     * @param dryRun whether to change nothing, and only return what the outcome would be
     * @throws LinesRefusedException with all faults
     * @throws RequestRefusedException ({@code CONFLICT}) if more would be revoked than the exact
     *     scope allows
     */
    public BulkOutcome apply(BulkChange change, boolean dryRun, Actor actor) {
        // Before anything is locked: a transaction must not wait for James for long.
        ImmutableMap<Username, Boolean> accounts = rules.accounts().lookUp(change.accounts());
        try {
            return transactions.inRepeatableTransaction(
                    () -> {
                        BulkOutcome outcome = write(change, accounts, dryRun, actor);
                        if (dryRun) {
                            throw new DryRunRollback(outcome);
                        }
                        return outcome;
                    });
        } catch (DryRunRollback e) {
            return e.outcome;
        }
    }

    private BulkOutcome write(
            BulkChange change, Map<Username, Boolean> accounts, boolean dryRun, Actor actor) {
        List<LineFault> found = new ArrayList<>(change.faults());
        Map<Username, OwnerGrantPlan> plans = lockOwners(change, accounts);
        change.scope().ifPresent(scope -> revokeOthers(change, scope, plans.values(), actor));
        BulkOutcome outcome = BulkOutcome.of(0, 0, 0);
        for (GrantRequest request : change.grants()) {
            try {
                change.scope().ifPresent(scope -> scope.requireContains(request.owner()));
                OwnerGrantPlan plan = plans.get(request.owner());
                if (plan == null) {
                    throw new IllegalStateException("Not locked: " + request.owner().asString());
                }
                outcome = outcome.plus(plan.grant(request, actor));
            } catch (RequestRefusedException e) {
                found.add(LineFault.of(request.line(), e));
            }
        }
        if (!found.isEmpty()) {
            throw new LinesRefusedException(found, change.lines());
        }
        List<RevokedDelegation> revoked = all(plans.values(), OwnerGrantPlan::revoked);
        change.scope().ifPresent(scope -> scope.requireAllows(revoked.size()));
        write(plans.values());
        if (!dryRun) {
            // Automatic replies are set in James, which other servers see before it is undone.
            announce(plans.values(), actor);
        }
        return outcome.revoking(revoked);
    }

    private void revokeOthers(
            BulkChange change, ExactScope scope, Collection<OwnerGrantPlan> plans, Actor actor) {
        ImmutableSetMultimap<Username, Username> named = change.named();
        ImmutableSetMultimap<Username, Username> unbound = scoped.unboundDelegates(scope);
        plans.stream()
                .filter(plan -> scope.contains(plan.owner()))
                .forEach(
                        plan ->
                                plan.revokeOthers(
                                        named.get(plan.owner()), unbound.get(plan.owner()), actor));
    }

    private Map<Username, OwnerGrantPlan> lockOwners(
            BulkChange change, Map<Username, Boolean> accounts) {
        // In the order of their addresses, in which they are revoked and listed.
        Set<Username> owners = new TreeSet<>(Comparator.comparing(Username::asString));
        owners.addAll(change.owners());
        change.scope().ifPresent(scope -> owners.addAll(scoped.owners(scope, clock.instant())));
        ImmutableListMultimap<Username, Delegation> present = delegations.lockAll(owners);
        Map<Username, SharedMailbox> shared = mailboxes.findAll(owners);
        GrantRules memoized = rules.memoized(accounts);
        Instant now = clock.instant();
        return Maps.toMap(
                owners,
                owner ->
                        new OwnerGrantPlan(
                                owner,
                                Optional.ofNullable(shared.get(owner)),
                                present.get(owner),
                                memoized,
                                now));
    }

    private void write(Collection<OwnerGrantPlan> plans) {
        List<RevokedDelegation> revoked = all(plans, OwnerGrantPlan::revoked);
        revoked.forEach(each -> delegations.remove(each.owner(), each.delegate()));
        delegations.addAll(all(plans, OwnerGrantPlan::added));
        delegations.replaceAll(all(plans, OwnerGrantPlan::changed));
        auditLog.appendAll(all(plans, OwnerGrantPlan::entries));
    }

    private void announce(Collection<OwnerGrantPlan> plans, Actor actor) {
        changes.announce(NoticeKind.ENDED, all(plans, OwnerGrantPlan::ended), actor);
        changes.announce(NoticeKind.GRANTED, all(plans, OwnerGrantPlan::added), actor);
        changes.announce(NoticeKind.CHANGED, all(plans, OwnerGrantPlan::changedWithReply), actor);
        changes.announceKept(
                NoticeKind.CHANGED, all(plans, OwnerGrantPlan::changedKeepingReply), actor);
    }

    private static <T> List<T> all(
            Collection<OwnerGrantPlan> plans, Function<OwnerGrantPlan, List<T>> list) {
        return plans.stream()
                .map(list)
                .flatMap(List::stream)
                .collect(ImmutableList.toImmutableList());
    }

    /** Rolls back the transaction of a dry run. */
    private static final class DryRunRollback extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient BulkOutcome outcome;

        DryRunRollback(BulkOutcome outcome) {
            super("A dry run changes nothing", null, false, false);
            this.outcome = outcome;
        }
    }
}
