/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.policy.Decision;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.transaction.Transactions;

/**
 * Grants and revokes: the only writer of {@link Delegations}. What it refuses it refuses with a
 * {@link RequestRefusedException}, and then nothing has changed. Safe for use by many threads.
 */
public class DelegationService {
    private final Delegations delegations;
    private final SharedMailboxes mailboxes;
    private final SharedMailboxTypes types;
    private final DelegationPolicies policies;
    private final DelegationChanges changes;
    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Folders folders;
    private final Clock clock;

    @Inject
    public DelegationService(
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
        this.types = types;
        this.policies = policies;
        this.changes = changes;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.accounts = accounts;
        this.folders = folders;
        this.clock = clock;
    }

    public Optional<Delegation> find(Username owner, Username delegate) {
        return delegations.find(owner, delegate);
    }

    /** By delegate's address. Refuses ({@code NOT_FOUND}) an owner that is no account. */
    public List<Delegation> ofOwner(Username owner) {
        requireAccount(owner);
        return delegations.ofOwner(owner);
    }

    /** Makes the delegation between the two say exactly what the terms say. */
    public GrantOutcome grant(
            Username owner, Username delegate, DelegationTerms terms, Actor actor) {
        requireAccount(owner);
        requireAccount(delegate);
        return transactions.inTransaction(
                () -> {
                    Instant now = clock.instant();
                    int members = delegations.lockAndCount(owner, now);
                    Optional<SharedMailbox> mailbox = mailboxes.find(owner);
                    Optional<Delegation> present = delegations.find(owner, delegate);
                    Delegation wanted =
                            wanted(owner, delegate, terms, actor, mailbox, present, now);
                    if (present.isPresent() && present.get().hasTermsOf(wanted)) {
                        return GrantOutcome.UNCHANGED;
                    }
                    requireFolders(wanted);
                    boolean another =
                            present.filter(before -> !before.validity().hasEndedAt(now)).isEmpty();
                    requirePermitted(wanted, mailbox.isPresent(), another, members, now);
                    delegations.put(wanted);
                    record(
                            present.isPresent()
                                    ? AuditAction.DELEGATION_CHANGED
                                    : AuditAction.DELEGATION_GRANTED,
                            wanted,
                            actor);
                    changes.announceAfterCommit(owner, delegate);
                    return present.isPresent() ? GrantOutcome.CHANGED : GrantOutcome.CREATED;
                });
    }

    /**
     * Ends the delegation, effective at the next command.
     *
     * @return whether there was one
     */
    public boolean revoke(Username owner, Username delegate, Actor actor) {
        return transactions.inTransaction(
                () -> {
                    delegations.lockAndCount(owner, clock.instant());
                    Optional<Delegation> present = delegations.find(owner, delegate);
                    if (present.isEmpty()) {
                        return false;
                    }
                    delegations.remove(owner, delegate);
                    record(AuditAction.DELEGATION_REVOKED, present.get(), actor);
                    changes.announceAfterCommit(owner, delegate);
                    return true;
                });
    }

    private Delegation wanted(
            Username owner,
            Username delegate,
            DelegationTerms terms,
            Actor actor,
            Optional<SharedMailbox> mailbox,
            Optional<Delegation> present,
            Instant now) {
        ImmutableSet<DelegationRight> rights =
                terms.rights().isEmpty() ? defaultRights(mailbox) : terms.rights();
        try {
            return Delegation.between(owner, delegate)
                    .rights(rights)
                    .folders(terms.folders())
                    .validity(terms.validity())
                    .subscribe(terms.subscribe())
                    .note(terms.note())
                    .grantedBy(present.map(Delegation::grantedBy).orElse(actor.name()))
                    .grantedAt(present.map(Delegation::grantedAt).orElse(now))
                    .changedAt(now)
                    .build();
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid(
                    rights.isEmpty() ? "rights" : "delegate", String.valueOf(e.getMessage()));
        }
    }

    private ImmutableSet<DelegationRight> defaultRights(Optional<SharedMailbox> mailbox) {
        return mailbox.flatMap(one -> types.find(one.type()))
                .map(SharedMailboxType::defaultRights)
                .orElse(ImmutableSet.of());
    }

    private void requireAccount(Username address) {
        if (!accounts.exists(address)) {
            throw RequestRefusedException.notFound(
                    "There is no user or shared mailbox " + address.asString());
        }
    }

    private void requireFolders(Delegation wanted) {
        wanted.folders()
                .folders()
                .ifPresent(
                        named ->
                                named.stream()
                                        .filter(one -> !folders.exists(wanted.owner(), one))
                                        .findFirst()
                                        .ifPresent(missing -> refuse(wanted.owner(), missing)));
    }

    private static void refuse(Username owner, FolderName missing) {
        throw RequestRefusedException.invalid(
                "folders", String.format("%s has no folder '%s'", owner.asString(), missing));
    }

    private void requirePermitted(
            Delegation wanted, boolean shared, boolean another, int members, Instant now) {
        DelegationPolicy policy = policies.policyOf(wanted.owner());
        Decision decision =
                policy.permitsDelegation(wanted.owner(), shared)
                        .and(() -> policy.permitsRights(wanted.owner(), wanted.rights()))
                        .and(() -> policy.permitsDelegate(wanted.owner(), wanted.delegate()))
                        .and(() -> policy.permitsDuration(wanted.owner(), wanted.validity(), now))
                        .and(
                                () ->
                                        another
                                                ? policy.permitsAnotherMember(
                                                        wanted.owner(), members)
                                                : Decision.permitted());
        decision.reason()
                .ifPresent(
                        reason -> {
                            throw RequestRefusedException.policy(reason);
                        });
    }

    private void record(AuditAction action, Delegation delegation, Actor actor) {
        auditLog.append(
                AuditEntry.of(
                        clock.instant(),
                        actor,
                        action,
                        delegation.owner(),
                        Optional.of(delegation.delegate()),
                        factsOf(delegation)));
    }

    private static Map<String, String> factsOf(Delegation delegation) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("rights", delegation.rights().toString());
        facts.put("folders", delegation.folders().toString());
        delegation.validity().notBefore().ifPresent(at -> facts.put("notBefore", at.toString()));
        delegation.validity().notAfter().ifPresent(at -> facts.put("notAfter", at.toString()));
        delegation.note().ifPresent(note -> facts.put("note", note));
        return ImmutableMap.copyOf(facts);
    }
}
