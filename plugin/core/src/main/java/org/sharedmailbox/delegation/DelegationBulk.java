/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.inject.Inject;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.failure.LineFault;
import org.sharedmailbox.failure.LinesRefusedException;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.transaction.Transactions;

/**
 * Grants many delegations at once: all of them, in one transaction, or none. Each is held to the
 * same rules as one that {@link DelegationService} grants. Safe for use by many threads.
 */
public class DelegationBulk {
    private final Delegations delegations;
    private final SharedMailboxes mailboxes;
    private final DelegationChanges changes;
    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Clock clock;
    private final GrantRules rules;

    @Inject
    public DelegationBulk(
            Delegations delegations,
            SharedMailboxes mailboxes,
            SharedMailboxTypes types,
            DelegationPolicies policies,
            DelegationChanges changes,
            AuditLog auditLog,
            Transactions transactions,
            Accounts accounts,
            Folders folders,
            Clock clock) {
        this.delegations = delegations;
        this.mailboxes = mailboxes;
        this.changes = changes;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.clock = clock;
        this.rules = new GrantRules(types, policies, accounts, folders);
    }

    /**
     * Applies the requests in their order.
     *
     * @param faults lines that could not even be read; the others are checked all the same
     * @param dryRun to change nothing, and only tell what would come of it
     * @throws LinesRefusedException with everything that is wrong
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
                            throw new DryRunEnd(outcome);
                        }
                        return outcome;
                    });
        } catch (DryRunEnd end) {
            return end.outcome;
        }
    }

    private BulkOutcome grant(
            List<GrantRequest> requests, Collection<LineFault> faults, Actor actor) {
        List<LineFault> found = new ArrayList<>(faults);
        Map<String, OwnerGrants> owners = lockOwners(requests);
        BulkOutcome outcome = BulkOutcome.of(0, 0, 0);
        for (GrantRequest request : requests) {
            try {
                OwnerGrants owner = owners.get(request.owner().asString());
                if (owner == null) {
                    throw new IllegalStateException("Not locked: " + request.owner().asString());
                }
                outcome = outcome.plus(owner.grant(request, actor));
            } catch (RequestRefusedException e) {
                found.add(LineFault.of(request.line(), e));
            }
        }
        if (!found.isEmpty()) {
            throw new LinesRefusedException(found, requests.size() + faults.size());
        }
        owners.values().forEach(OwnerGrants::write);
        return outcome;
    }

    /** Always in the same order, so that two who do this at once do not wait for each other. */
    private Map<String, OwnerGrants> lockOwners(List<GrantRequest> requests) {
        GrantRules once = rules.remembering();
        Map<String, OwnerGrants> owners = new TreeMap<>();
        requests.stream()
                .map(GrantRequest::owner)
                .collect(
                        ImmutableSortedSet.toImmutableSortedSet(
                                Comparator.comparing(owner -> owner.asString())))
                .forEach(
                        owner ->
                                owners.put(
                                        owner.asString(),
                                        OwnerGrants.lock(
                                                owner,
                                                delegations,
                                                mailboxes,
                                                once,
                                                changes,
                                                auditLog,
                                                clock.instant())));
        return owners;
    }

    /** Ends a transaction of which nothing shall stay. */
    private static final class DryRunEnd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient BulkOutcome outcome;

        DryRunEnd(BulkOutcome outcome) {
            super("A dry run changes nothing", null, false, false);
            this.outcome = outcome;
        }
    }
}
