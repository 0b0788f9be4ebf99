/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Set<Username> owners = new HashSet<>(Set.of(account));
        delegations.ofDelegate(account).forEach(held -> owners.add(held.delegation().owner()));
        delegations.lockAll(owners);
    }

    /**
     * Ends them all.
     *
     * @param reason for the audit log
     */
    void end(Username account, String reason, Actor actor) {
        List<Delegation> ended =
                Stream.concat(
                                delegations.ofOwner(account).stream(),
                                delegations.ofDelegate(account).stream()
                                        .map(HeldDelegation::delegation))
                        .collect(ImmutableList.toImmutableList());
        for (Delegation delegation : ended) {
            delegations.remove(delegation.owner(), delegation.delegate());
            journal.record(
                    AuditAction.DELEGATION_REVOKED,
                    delegation.owner(),
                    Optional.of(delegation.delegate()),
                    actor,
                    ImmutableMap.of("because", reason));
        }
        journal.announce(ended);
    }
}
