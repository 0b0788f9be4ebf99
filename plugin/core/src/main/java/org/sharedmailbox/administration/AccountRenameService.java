/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.autoreply.RenamedReplies;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.Departures;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.mailbox.SignInStore;
import org.sharedmailbox.sidedoor.Leftovers;
import org.sharedmailbox.transaction.Transactions;

/**
 * Lets delegations follow an account that James renames, as owner and as delegate, and what it is
 * as a shared mailbox. James moves the mail from one account to another that exists already; what
 * that one had of its own stays. Thread-safe.
 */
public class AccountRenameService {
    private final Delegations delegations;
    private final Departures departures;
    private final SharedMailboxes mailboxes;
    private final Accounts accounts;
    private final Folders folders;
    private final Leftovers leftovers;
    private final RenamedReplies replies;
    private final Transactions transactions;
    private final MailboxJournal journal;
    private final AccountDelegations accountDelegations;

    @Inject
    public AccountRenameService(
            Delegations delegations,
            Departures departures,
            SharedMailboxes mailboxes,
            Accounts accounts,
            Folders folders,
            Leftovers leftovers,
            RenamedReplies replies,
            DelegationChanges changes,
            AuditLog auditLog,
            SignInStore signIns,
            Transactions transactions,
            Clock clock) {
        this.delegations = delegations;
        this.departures = departures;
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.folders = folders;
        this.leftovers = leftovers;
        this.replies = replies;
        this.transactions = transactions;
        this.journal = new MailboxJournal(auditLog, signIns, changes, clock);
        this.accountDelegations = new AccountDelegations(delegations, journal);
    }

    /**
     * Refuses a rename that puts two accounts' mail together, as James does, of which one has
     * delegates and the other has mail that they would get. To continue a rename that has failed on
     * its way this need not be asked.
     *
     * @throws RequestRefusedException ({@code CONFLICT}) with the reason
     */
    public void requireSeparable(Username from, Username to) {
        if (from.equals(to) || !accounts.exists(to)) {
            return;
        }
        if (hasDelegates(from) && folders.holdMail(to)) {
            throw RequestRefusedException.conflict(
                    String.format(
                            "%1$s has mail of its own, which the delegates of %2$s would get: James"
                                    + " puts both accounts' mail together. Rename to an account that"
                                    + " was made for it, or take that mail away first",
                            to.asString(), from.asString()));
        }
        if (hasDelegates(to) && folders.holdMail(from)) {
            throw RequestRefusedException.conflict(
                    String.format(
                            "The delegates of %1$s would get the mail of %2$s: James puts both"
                                    + " accounts' mail together. Rename to an account that was made"
                                    + " for it, or continue a rename that has failed with 'fromStep'",
                            to.asString(), from.asString()));
        }
    }

    private boolean hasDelegates(Username account) {
        return mailboxes.find(account).isPresent() || !delegations.ofOwner(account).isEmpty();
    }

    /** Moves everything from the old name to the new one. Does nothing if there is nothing left. */
    public void renamed(Username from, Username to, Actor actor) {
        if (from.equals(to)) {
            return;
        }
        transactions.inRepeatableTransaction(
                () -> {
                    accountDelegations.lock(List.of(from, to));
                    for (Delegation delegation : accountDelegations.of(from)) {
                        Username owner = renamed(delegation.owner(), from, to);
                        Username delegate = renamed(delegation.delegate(), from, to);
                        move(delegation, owner, delegate, from, actor);
                    }
                    departures.rename(from, to);
                    if (mailboxes.find(to).isPresent()) {
                        replies.end(from);
                    } else {
                        replies.rename(from, to);
                    }
                    moveMailbox(from, to, actor);
                    return true;
                });
    }

    private static Username renamed(Username account, Username from, Username to) {
        return account.equals(from) ? to : account;
    }

    /** What the new name has of its own stays; nobody becomes a delegate of their own mailbox. */
    private void move(
            Delegation delegation, Username owner, Username delegate, Username from, Actor actor) {
        boolean follows = !owner.equals(delegate) && delegations.find(owner, delegate).isEmpty();
        if (follows) {
            delegations.move(delegation.owner(), delegation.delegate(), owner, delegate);
        } else {
            keepSuspended(delegation, owner, delegate);
            delegations.remove(delegation.owner(), delegation.delegate());
            replies.end(delegation);
        }
        journal.record(
                follows ? AuditAction.DELEGATION_RENAMED : AuditAction.DELEGATION_REVOKED,
                owner,
                Optional.of(delegate),
                actor,
                ImmutableMap.<String, String>builder()
                        .putAll(delegation.auditDetails())
                        .put("renamedFrom", from.asString())
                        .build());
        journal.announce(List.of(delegation));
        journal.announce(owner, delegate);
    }

    /** Who is locked out by one of the two names is not let in by the other. */
    private void keepSuspended(Delegation ended, Username owner, Username delegate) {
        delegations
                .find(owner, delegate)
                .filter(own -> ended.suspension().isPresent() && own.suspension().isEmpty())
                .map(own -> own.toBuilder().suspension(ended.suspension()).build())
                .ifPresent(suspended -> delegations.putSuspensions(List.of(suspended)));
    }

    private void moveMailbox(Username from, Username to, Actor actor) {
        mailboxes
                .find(from)
                .ifPresent(
                        mailbox -> {
                            mailboxes.release(from);
                            ImmutableMap.Builder<String, String> details = ImmutableMap.builder();
                            details.put("renamedFrom", from.asString());
                            if (mailboxes.find(to).isEmpty()) {
                                // What the user who had the new name has set up is no part of it.
                                MailboxAuditDetails.putEnded(details, leftovers.end(to));
                                // The account keeps the password that it was made with, unless it
                                // is blocked.
                                boolean blocked = mailbox.signIn() == SignIn.BLOCKED;
                                mailboxes.put(
                                        mailbox.toBuilder()
                                                .address(to)
                                                .passwordSetOutside(!blocked)
                                                .build());
                                if (blocked) {
                                    accounts.blockSignIn(to);
                                }
                            }
                            journal.record(AuditAction.MAILBOX_CHANGED, to, actor, details.build());
                            journal.changeSignIn(from);
                            journal.changeSignIn(to);
                        });
    }
}
