/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.mailbox.SignInStore;
import org.sharedmailbox.transaction.Transactions;

/**
 * Keeps whether the password of a shared mailbox was set by other means than ours, so that nobody
 * is told that a mailbox is blocked which somebody can sign in to. James does not tell: whoever
 * sees it happen says so here. Thread-safe.
 */
public class OutsidePasswordService {
    private static final String SIGN_IN = "signIn";
    private static final String BECAUSE = "because";

    private final SharedMailboxes mailboxes;
    private final Accounts accounts;
    private final Transactions transactions;
    private final AccountDelegations accountDelegations;
    private final MailboxJournal journal;

    @Inject
    public OutsidePasswordService(
            SharedMailboxes mailboxes,
            Delegations delegations,
            Accounts accounts,
            DelegationChanges changes,
            AuditLog auditLog,
            SignInStore signIns,
            Transactions transactions,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.transactions = transactions;
        this.journal = new MailboxJournal(auditLog, signIns, changes, clock);
        this.accountDelegations = new AccountDelegations(delegations, journal);
    }

    /**
     * Notes that somebody has set a password, or was seen to know one, and ends the sessions that
     * began before. Does nothing for an account that is no shared mailbox.
     *
     * @param because for the audit log
     */
    public void noticed(Username account, String because, Actor actor) {
        if (mailboxes.find(account).isEmpty()) {
            return;
        }
        transactions.inRepeatableTransaction(
                () -> {
                    accountDelegations.lock(account);
                    mailboxes
                            .find(account)
                            .ifPresent(
                                    mailbox ->
                                            store(
                                                    mailbox.toBuilder()
                                                            .passwordSetOutside(true)
                                                            .build(),
                                                    because,
                                                    actor));
                    return true;
                });
    }

    /**
     * Blocks a mailbox again that nobody is to sign in to, by a new password that nobody knows.
     *
     * @return whether it was one with a password that was set by other means
     */
    public boolean block(Username account, String because, Actor actor) {
        return transactions.inTransaction(
                () -> {
                    accountDelegations.lock(account);
                    Optional<SharedMailbox> open =
                            mailboxes
                                    .find(account)
                                    .filter(SharedMailbox::passwordSetOutside)
                                    .filter(mailbox -> mailbox.signIn() == SignIn.BLOCKED);
                    open.ifPresent(
                            mailbox -> {
                                store(
                                        mailbox.toBuilder().passwordSetOutside(false).build(),
                                        because,
                                        actor);
                                // Last: if the store fails from here on, nobody can sign in.
                                accounts.blockSignIn(account);
                            });
                    return open.isPresent();
                });
    }

    private void store(SharedMailbox changed, String because, Actor actor) {
        mailboxes.put(changed);
        journal.record(
                AuditAction.MAILBOX_CHANGED,
                changed.address(),
                actor,
                ImmutableMap.of(SIGN_IN, changed.signInName(), BECAUSE, because));
        journal.changeSignIn(changed.address());
    }
}
