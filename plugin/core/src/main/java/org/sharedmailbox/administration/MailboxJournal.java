/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationChanges;

/**
 * Records what happens to a mailbox, and announces it to the rest of the process after the commit.
 * To be used within the transaction that makes the change.
 */
final class MailboxJournal {
    private final AuditLog auditLog;
    private final DelegationChanges changes;
    private final Clock clock;

    MailboxJournal(AuditLog auditLog, DelegationChanges changes, Clock clock) {
        this.auditLog = auditLog;
        this.changes = changes;
        this.clock = clock;
    }

    void record(AuditAction action, Username mailbox, Actor actor, Map<String, String> details) {
        record(action, mailbox, Optional.empty(), actor, details);
    }

    void record(
            AuditAction action,
            Username mailbox,
            Optional<Username> delegate,
            Actor actor,
            Map<String, String> details) {
        auditLog.append(AuditEntry.of(clock.instant(), actor, action, mailbox, delegate, details));
    }

    /** Announces to each delegate that what they may do may have changed. */
    void announce(Collection<Delegation> changed) {
        changed.forEach(
                delegation ->
                        changes.announceAfterCommit(delegation.owner(), delegation.delegate()));
    }

    /** Announces to that delegate that what they may do may have changed. */
    void announce(Username owner, Username delegate) {
        changes.announceAfterCommit(owner, delegate);
    }

    /** Announces to the account itself that its own sign-in has changed. */
    void announceSignIn(Username account) {
        changes.announceAfterCommit(account, account);
    }
}
