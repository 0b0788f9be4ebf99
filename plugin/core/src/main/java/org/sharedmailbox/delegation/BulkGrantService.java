/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Maps;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * Grants many delegations at once: all of them, in one transaction, or none. Each has to meet the
 * same rules as one that {@link DelegationService} grants. Thread-safe.
 */
public class BulkGrantService {
    private final Delegations delegations;
    private final SharedMailboxes mailboxes;
    private final GrantRules rules;
    private final DelegationChanges changes;
    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public BulkGrantService(
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

    /**
     * Applies the requests in their order.
     *
     * @param faults the lines that could not be read; the others are checked all the same
     * @param dryRun whether to change nothing, and only return what the outcome would be
     * @throws LinesRefusedException with all faults
     */
    public BulkOutcome grant(
            List<GrantRequest> requests,
            Collection<LineFault> faults,
            boolean dryRun,
            Actor actor) {
        try {
            return transactions.inTransaction(
                    () -> {
                        BulkOutcome outcome = grant(requests, faults, actor);
                        if (dryRun) {
                            throw new DryRunRollback(outcome);
                        }
                        return outcome;
                    });
        } catch (DryRunRollback e) {
            return e.outcome;
        }
    }

    private BulkOutcome grant(
            List<GrantRequest> requests, Collection<LineFault> faults, Actor actor) {
        List<LineFault> found = new ArrayList<>(faults);
        Map<Username, OwnerGrantPlan> plans = lockOwners(requests);
        BulkOutcome outcome = BulkOutcome.of(0, 0, 0);
        for (GrantRequest request : requests) {
            try {
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
            throw new LinesRefusedException(found, requests.size() + faults.size());
        }
        write(plans.values(), actor);
        return outcome;
    }

    private Map<Username, OwnerGrantPlan> lockOwners(List<GrantRequest> requests) {
        Set<Username> owners =
                requests.stream().map(GrantRequest::owner).collect(Collectors.toSet());
        ImmutableListMultimap<Username, Delegation> present = delegations.lockAll(owners);
        Map<Username, SharedMailbox> shared = mailboxes.findAll(owners);
        GrantRules memoized = rules.memoized();
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

    private void write(Collection<OwnerGrantPlan> plans, Actor actor) {
        List<Delegation> added = all(plans, OwnerGrantPlan::added);
        List<Delegation> changed = all(plans, OwnerGrantPlan::changed);
        delegations.addAll(added);
        delegations.replaceAll(changed);
        auditLog.appendAll(all(plans, OwnerGrantPlan::entries));
        changes.announce(NoticeKind.GRANTED, added, actor);
        changes.announce(NoticeKind.CHANGED, changed, actor);
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
