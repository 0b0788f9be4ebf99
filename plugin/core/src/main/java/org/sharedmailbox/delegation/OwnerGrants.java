/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxes;

/**
 * What becomes of one owner's delegations while many are granted; read once, under the owner's
 * lock. Of the one transaction that it was made in.
 */
final class OwnerGrants {
    private final Username owner;
    private final Delegations delegations;
    private final GrantRules rules;
    private final DelegationChanges changes;
    private final AuditLog auditLog;
    private final Instant now;
    private final Optional<SharedMailbox> mailbox;
    private final Map<Username, Delegation> present = new HashMap<>();
    private final Map<Username, Integer> lines = new HashMap<>();
    private final List<Delegation> added = new ArrayList<>();
    private final List<Delegation> changed = new ArrayList<>();
    private final List<AuditEntry> entries = new ArrayList<>();
    private int members;

    private OwnerGrants(
            Username owner,
            Delegations delegations,
            SharedMailboxes mailboxes,
            GrantRules rules,
            DelegationChanges changes,
            AuditLog auditLog,
            Instant now) {
        this.owner = owner;
        this.delegations = delegations;
        this.rules = rules;
        this.changes = changes;
        this.auditLog = auditLog;
        this.now = now;
        this.members = delegations.lockAndCount(owner, now);
        this.mailbox = mailboxes.find(owner);
        delegations.ofOwner(owner).forEach(one -> present.put(one.delegate(), one));
    }

    static OwnerGrants lock(
            Username owner,
            Delegations delegations,
            SharedMailboxes mailboxes,
            GrantRules rules,
            DelegationChanges changes,
            AuditLog auditLog,
            Instant now) {
        return new OwnerGrants(owner, delegations, mailboxes, rules, changes, auditLog, now);
    }

    /**
     * Checks the request, and plans what it asks for.
     *
     * @throws RequestRefusedException as {@link DelegationService#grant} does
     */
    GrantOutcome grant(GrantRequest request, Actor actor) {
        Username delegate = request.delegate();
        requireNew(delegate, request.line());
        rules.requireAccount(owner);
        rules.requireAccount(delegate);
        Optional<Delegation> before = Optional.ofNullable(present.get(delegate));
        Delegation wanted =
                rules.wanted(owner, delegate, terms(request, before), actor, mailbox, before, now);
        if (before.isPresent() && before.get().hasTermsOf(wanted)) {
            return GrantOutcome.UNCHANGED;
        }
        rules.requireFolders(wanted);
        boolean counted = before.filter(one -> !one.validity().hasEndedAt(now)).isPresent();
        rules.requirePermitted(
                wanted, mailbox, counted ? Optional.empty() : Optional.of(members), now);
        plan(wanted, before.isPresent(), actor);
        boolean counts = !wanted.validity().hasEndedAt(now);
        members += (counts ? 1 : 0) - (counted ? 1 : 0);
        return before.isPresent() ? GrantOutcome.CHANGED : GrantOutcome.CREATED;
    }

    private void requireNew(Username delegate, int line) {
        Integer earlier = lines.putIfAbsent(delegate, line);
        if (earlier != null) {
            throw RequestRefusedException.invalid(
                    "delegate",
                    String.format(
                            "Line %d grants %s to %s already; leave one of the two out",
                            earlier, owner.asString(), delegate.asString()));
        }
    }

    private static DelegationTerms terms(GrantRequest request, Optional<Delegation> before) {
        return request.keepsSubscribe() && before.isPresent()
                ? request.terms().toBuilder().subscribe(before.get().subscribe()).build()
                : request.terms();
    }

    private void plan(Delegation wanted, boolean replaces, Actor actor) {
        (replaces ? changed : added).add(wanted);
        entries.add(
                AuditEntry.of(
                        now,
                        actor,
                        replaces ? AuditAction.DELEGATION_CHANGED : AuditAction.DELEGATION_GRANTED,
                        owner,
                        Optional.of(wanted.delegate()),
                        DelegationFacts.of(wanted)));
    }

    /** Writes what was granted. */
    void write() {
        delegations.addAll(added);
        changed.forEach(delegations::put);
        auditLog.appendAll(entries);
        for (AuditEntry entry : entries) {
            entry.subject().ifPresent(delegate -> changes.announceAfterCommit(owner, delegate));
        }
    }
}
