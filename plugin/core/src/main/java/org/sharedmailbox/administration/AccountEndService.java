/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.time.Instant;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.autoreply.MailboxReplies;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.UnboundEntries;
import org.sharedmailbox.mailbox.AccountEnds;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignInStore;
import org.sharedmailbox.notice.Notices;
import org.sharedmailbox.transaction.Transactions;

/**
 * Ends what hung on an account that is gone, so that a later account of the same name inherits
 * nothing: the delegations that it gave and held, and what it was as a shared mailbox. Thread-safe.
 */
public class AccountEndService {
    private final SharedMailboxes mailboxes;
    private final AccountEnds ends;
    private final SignInStore signIns;
    private final UnboundEntries unbound;
    private final Notices notices;
    private final MailboxReplies replies;
    private final Transactions transactions;
    private final Clock clock;
    private final MailboxJournal journal;
    private final AccountDelegations accountDelegations;

    @Inject
    public AccountEndService(
            Delegations delegations,
            SharedMailboxes mailboxes,
            AccountEnds ends,
            UnboundEntries unbound,
            Notices notices,
            MailboxReplies replies,
            DelegationChanges changes,
            AuditLog auditLog,
            SignInStore signIns,
            Transactions transactions,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.ends = ends;
        this.signIns = signIns;
        this.unbound = unbound;
        this.notices = notices;
        this.replies = replies;
        this.transactions = transactions;
        this.clock = clock;
        this.journal = new MailboxJournal(auditLog, signIns, changes, clock);
        this.accountDelegations = new AccountDelegations(delegations, journal);
    }

    /** Returns the time now, to be passed to {@link #ended} after looking for the account. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Ends what was given before that time: what was given later was given to another account.
     *
     * @param seenAt a time at which there was no such account
     * @return the number of delegations that have ended
     */
    public int ended(Username account, Instant seenAt, Actor actor) {
        return transactions.inRepeatableTransaction(
                () -> {
                    accountDelegations.lock(account);
                    ends.record(account, seenAt);
                    int orphaned = accountDelegations.orphan(account, seenAt, actor);
                    notices.removeTo(account);
                    unbound.removeOf(account);
                    endMailbox(account, seenAt, actor);
                    journal.changeSignIn(account);
                    return orphaned;
                });
    }

    /** Drops what is known of accounts that ended, or whose sign-in changed, before that time. */
    public void forgetBefore(Instant time) {
        ends.forgetBefore(time);
        signIns.forgetBefore(time);
    }

    private void endMailbox(Username account, Instant seenAt, Actor actor) {
        mailboxes
                .find(account)
                .filter(mailbox -> mailbox.createdAt().isBefore(seenAt))
                .ifPresent(
                        mailbox -> {
                            mailboxes.release(account);
                            replies.endWithMailbox(account);
                            journal.record(
                                    AuditAction.MAILBOX_DELETED,
                                    account,
                                    actor,
                                    ImmutableMap.of("because", "account deleted", "mail", "kept"));
                        });
    }
}
