/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.HeldDelegation;

/** All delegations of an account: those that it gave, and those that it holds. */
final class AccountDelegations {
    private final Delegations delegations;
    private final MailboxJournal journal;

    AccountDelegations(Delegations delegations, MailboxJournal journal) {
        this.delegations = delegations;
        this.journal = journal;
    }

    /**
     * Makes everyone else wait who changes a delegation that the account gave or holds, until this
     * transaction ends. Locks all owners at once, because that is always done in the same order:
     * two accounts that delegate to each other may be deleted at the same time.
     */
    void lock(Username account) {
        lock(List.of(account));
    }

    /** Locks the same for several accounts. */
    void lock(List<Username> accounts) {
        Set<Username> owners = new HashSet<>(accounts);
        for (Username account : accounts) {
            delegations.ofDelegate(account).forEach(held -> owners.add(held.delegation().owner()));
        }
        delegations.lockAll(owners);
    }

    /**
     * Ends those that were granted before the account was found to be gone, and records what they
     * gave.
     *
     * @return their number
     */
    int orphan(Username account, Instant seenAt, Actor actor) {
        List<Delegation> orphaned =
                of(account).stream()
                        .filter(delegation -> delegation.grantedAt().isBefore(seenAt))
                        .collect(ImmutableList.toImmutableList());
        end(
                orphaned,
                AuditAction.DELEGATION_ORPHANED,
                delegation ->
                        ImmutableMap.<String, String>builder()
                                .putAll(delegation.auditDetails())
                                .put("because", account.asString() + " deleted")
                                .build(),
                actor);
        return orphaned.size();
    }

    /** Returns them all. */
    List<Delegation> of(Username account) {
        return Stream.concat(
                        delegations.ofOwner(account).stream(),
                        delegations.ofDelegate(account).stream().map(HeldDelegation::delegation))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Ends them all.
     *
     * @param reason for the audit log
     */
    void end(Username account, String reason, Actor actor) {
        end(
                of(account),
                AuditAction.DELEGATION_REVOKED,
                any -> ImmutableMap.of("because", reason),
                actor);
    }

    private void end(
            List<Delegation> ended,
            AuditAction action,
            Function<Delegation, Map<String, String>> details,
            Actor actor) {
        for (Delegation delegation : ended) {
            delegations.remove(delegation.owner(), delegation.delegate());
            journal.record(
                    action,
                    delegation.owner(),
                    Optional.of(delegation.delegate()),
                    actor,
                    details.apply(delegation));
        }
        journal.announceEnd(ended, actor);
    }
}
