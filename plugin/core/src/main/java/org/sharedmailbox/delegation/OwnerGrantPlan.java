/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailbox;

/**
 * The changes of a bulk grant to one owner's delegations, which are read once, under the owner's
 * lock. Belongs to the transaction in which it was created.
 */
final class OwnerGrantPlan {
    private static final ImmutableMap<String, String> NOT_NAMED =
            ImmutableMap.of("because", "not in the exact list");

    private final Username owner;
    private final Optional<SharedMailbox> mailbox;
    private final GrantRules rules;
    private final Instant now;
    private final Map<Username, Delegation> present = new HashMap<>();
    private final Map<Username, Integer> lines = new HashMap<>();
    private final List<Delegation> added = new ArrayList<>();
    private final List<Delegation> changed = new ArrayList<>();
    private final List<RevokedDelegation> revoked = new ArrayList<>();
    private final List<Delegation> ended = new ArrayList<>();
    private final List<AuditEntry> entries = new ArrayList<>();
    private int members;

    /**
     * @param mailbox the owner's shared mailbox, if the owner is one
     * @param present the owner's present delegations
     */
    OwnerGrantPlan(
            Username owner,
            Optional<SharedMailbox> mailbox,
            List<Delegation> present,
            GrantRules rules,
            Instant now) {
        this.owner = owner;
        this.mailbox = mailbox;
        this.rules = rules;
        this.now = now;
        present.forEach(delegation -> this.present.put(delegation.delegate(), delegation));
        this.members = (int) present.stream().filter(this::counts).count();
    }

    /** Returns whether the delegation counts towards the limit of the policy. */
    private boolean counts(Delegation delegation) {
        return !delegation.validity().hasEndedAt(now);
    }

    /**
     * Revokes what is not named. To be called before anything is granted: what goes makes room for
     * what comes.
     *
     * @param named the delegates who may keep what they have
     * @param unbound those who may have what cannot be read yet
     */
    void revokeOthers(Set<Username> named, Set<Username> unbound, Actor actor) {
        Sets.union(present.keySet(), unbound).stream()
                .filter(delegate -> !named.contains(delegate))
                .sorted(Comparator.comparing(Username::asString))
                .collect(ImmutableList.toImmutableList())
                .forEach(delegate -> revoke(delegate, actor));
    }

    private void revoke(Username delegate, Actor actor) {
        Optional<Delegation> before = Optional.ofNullable(present.remove(delegate));
        members -= before.filter(this::counts).isPresent() ? 1 : 0;
        before.ifPresent(ended::add);
        revoked.add(RevokedDelegation.of(owner, delegate));
        entries.add(
                AuditEntry.of(
                                now,
                                actor,
                                AuditAction.DELEGATION_REVOKED,
                                owner,
                                Optional.of(delegate),
                                before.map(DelegationAuditDetails::of).orElse(ImmutableMap.of()))
                        .withDetails(NOT_NAMED));
    }

    /**
     * Checks the request, and adds what it asks for to the plan.
     *
     * @throws RequestRefusedException as {@link DelegationService#grant} does
     */
    GrantOutcome grant(GrantRequest request, Actor actor) {
        Username delegate = request.delegate();
        requireFirst(delegate, request.line());
        Optional<Delegation> replaced = Optional.ofNullable(present.get(delegate));
        GrantContext context = GrantContext.of(owner, delegate, mailbox, replaced, members, now);
        Optional<Delegation> wanted = rules.grant(context, terms(request, replaced), actor);
        if (wanted.isEmpty()) {
            return GrantOutcome.UNCHANGED;
        }
        plan(wanted.get(), replaced.isPresent(), actor);
        members += (counts(wanted.get()) ? 1 : 0) - (context.countsDelegate() ? 1 : 0);
        return replaced.isPresent() ? GrantOutcome.CHANGED : GrantOutcome.CREATED;
    }

    private void requireFirst(Username delegate, int line) {
        Integer earlier = lines.putIfAbsent(delegate, line);
        if (earlier != null) {
            throw RequestRefusedException.invalid(
                    "delegate",
                    String.format(
                            "Line %d already grants %s to %s; leave one of the two out",
                            earlier, owner.asString(), delegate.asString()));
        }
    }

    private static DelegationTerms terms(GrantRequest request, Optional<Delegation> before) {
        return request.keepsSubscribe() && before.isPresent()
                ? request.terms().toBuilder()
                        .subscribe(before.get().subscribe())
                        .noticesTo(before.get().noticesTo())
                        .autoReply(before.get().autoReply())
                        .build()
                : request.terms();
    }

    private void plan(Delegation wanted, boolean replaces, Actor actor) {
        (replaces ? changed : added).add(wanted);
        entries.add(
                DelegationAuditDetails.entry(
                        now,
                        actor,
                        replaces ? AuditAction.DELEGATION_CHANGED : AuditAction.DELEGATION_GRANTED,
                        wanted));
    }

    Username owner() {
        return owner;
    }

    List<Delegation> added() {
        return added;
    }

    List<Delegation> changed() {
        return changed;
    }

    /** Returns those of the changed ones whose automatic reply is another one than before. */
    List<Delegation> changedWithReply() {
        return changed.stream()
                .filter(delegation -> !keepsReply(delegation))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the other changed ones. */
    List<Delegation> changedKeepingReply() {
        return changed.stream().filter(this::keepsReply).collect(ImmutableList.toImmutableList());
    }

    private boolean keepsReply(Delegation delegation) {
        return Optional.ofNullable(present.get(delegation.delegate()))
                .filter(before -> before.autoReply().equals(delegation.autoReply()))
                .isPresent();
    }

    List<RevokedDelegation> revoked() {
        return revoked;
    }

    /** Returns those of them that gave something. */
    List<Delegation> ended() {
        return ended;
    }

    List<AuditEntry> entries() {
        return entries;
    }
}
