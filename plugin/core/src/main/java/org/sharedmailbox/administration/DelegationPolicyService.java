/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.DelegationDirectory;
import org.sharedmailbox.delegation.DelegationFilter;
import org.sharedmailbox.delegation.ListedDelegation;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.paging.Slice;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.DelegationPolicyStore;
import org.sharedmailbox.policy.PolicyScope;
import org.sharedmailbox.transaction.Transactions;

/**
 * Changes the policies of domains: the only writer of {@link DelegationPolicyStore}. A change takes
 * effect at everyone's next command. Refusals are {@link RequestRefusedException}s, and then
 * nothing has changed. Thread-safe.
 */
public class DelegationPolicyService {
    private final DelegationPolicyStore policies;
    private final DelegationDirectory directory;
    private final DelegationChanges changes;
    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Clock clock;

    @Inject
    public DelegationPolicyService(
            DelegationPolicyStore policies,
            DelegationDirectory directory,
            DelegationChanges changes,
            AuditLog auditLog,
            Transactions transactions,
            Accounts accounts,
            Clock clock) {
        this.policies = policies;
        this.directory = directory;
        this.changes = changes;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Returns the policy in force there, whether it is the scope's own, the default or the built-in
     * one. Refuses ({@code NOT_FOUND}) a domain that is not served here.
     */
    public DelegationPolicy inForce(PolicyScope scope) {
        requireServed(scope);
        return present(scope);
    }

    private DelegationPolicy present(PolicyScope scope) {
        return policies.find(scope)
                .or(() -> policies.find(PolicyScope.allOthers()))
                .orElseGet(DelegationPolicy::builtIn);
    }

    /**
     * Gives the scope a policy of its own. Concurrent changes do not undo each other.
     *
     * @param change turns the policy now in force into the new one
     * @return the new policy
     */
    public DelegationPolicy put(
            PolicyScope scope, UnaryOperator<DelegationPolicy> change, Actor actor) {
        requireServed(scope);
        return transactions.inRepeatableTransaction(
                () -> {
                    policies.lock(scope);
                    DelegationPolicy wanted = change.apply(present(scope));
                    Optional<DelegationPolicy> own = policies.find(scope);
                    if (!own.equals(Optional.of(wanted))) {
                        policies.put(scope, wanted);
                        recordAndAnnounce(scope, actor, PolicyAuditDetails.of(wanted));
                    }
                    return wanted;
                });
    }

    /** Removes the scope's own policy; the default or the built-in one is then in force there. */
    public void remove(PolicyScope scope, Actor actor) {
        transactions.inRepeatableTransaction(
                () -> {
                    // Nothing is locked where there is no policy: the lock would leave a row
                    // behind.
                    if (policies.find(scope).isEmpty()) {
                        return false;
                    }
                    policies.lock(scope);
                    boolean removed = policies.remove(scope);
                    if (removed) {
                        recordAndAnnounce(scope, actor, ImmutableMap.of("policy", "removed"));
                    }
                    return removed;
                });
    }

    private void recordAndAnnounce(PolicyScope scope, Actor actor, Map<String, String> details) {
        auditLog.append(
                AuditEntry.of(
                        clock.instant(),
                        actor,
                        AuditAction.POLICY_CHANGED,
                        // No mailbox has such a name: addresses contain an '@'.
                        Username.of(scope.asString()),
                        Optional.empty(),
                        details));
        DelegationFilter.Builder affected = DelegationFilter.builder();
        scope.domain().ifPresent(affected::domain);
        directory.find(affected.build(), Slice.everything(), clock.instant()).items().stream()
                .map(ListedDelegation::delegation)
                .forEach(
                        delegation ->
                                changes.announceAfterCommit(
                                        delegation.owner(), delegation.delegate()));
    }

    private void requireServed(PolicyScope scope) {
        Optional<Domain> foreign =
                scope.domain()
                        .filter(
                                domain ->
                                        !accounts.servesDomainOf(
                                                Username.fromLocalPartWithDomain(
                                                        "postmaster", domain)));
        if (foreign.isPresent()) {
            throw RequestRefusedException.notFound(
                    String.format(
                            "%1$s is not a domain of this server; create it first (PUT"
                                    + " /domains/%1$s)",
                            foreign.get().asString()));
        }
    }
}
