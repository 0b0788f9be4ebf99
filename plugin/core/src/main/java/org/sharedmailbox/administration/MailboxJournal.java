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
import org.sharedmailbox.delegation.NoticeKind;
import org.sharedmailbox.mailbox.SignInStore;

/**
 * Records what happens to a mailbox, and announces it to the rest of the process after the commit.
 * To be used within the transaction that makes the change.
 */
final class MailboxJournal {
    private final AuditLog auditLog;
    private final SignInStore signIns;
    private final DelegationChanges changes;
    private final Clock clock;

    MailboxJournal(AuditLog auditLog, SignInStore signIns, DelegationChanges changes, Clock clock) {
        this.auditLog = auditLog;
        this.signIns = signIns;
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

    /** Announces to each delegate that the delegation has ended, and has it told by mail. */
    void announceEnd(Collection<Delegation> ended, Actor actor) {
        changes.announce(NoticeKind.ENDED, ended, actor);
    }

    /** Announces to that delegate that what they may do may have changed. */
    void announce(Username owner, Username delegate) {
        changes.announceAfterCommit(owner, delegate);
    }

    /**
     * Stores that the sign-in of the account has changed, and announces it: whoever signed in
     * before the commit may not stay signed in.
     */
    void changeSignIn(Username account) {
        signIns.record(account, clock.instant());
        changes.announceAfterCommit(account, account);
    }
}
