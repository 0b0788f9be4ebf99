/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.autoreply.MailboxReplies;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.DisplayName;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.mailbox.SignInStore;
import org.sharedmailbox.sidedoor.Leftovers;
import org.sharedmailbox.transaction.Transactions;

/**
 * Converts ordinary users into shared mailboxes and back. Mail, folders, subscriptions, quota and
 * delegations stay as they are; what changes is sign-in, and what the former owner has left behind
 * in James ({@link Leftovers}). Refusals are {@link RequestRefusedException}s, and then nothing has
 * changed. Thread-safe.
 */
public class MailboxConversionService {
    private final SharedMailboxes mailboxes;
    private final Delegations delegations;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Folders folders;
    private final Leftovers leftovers;
    private final MailboxReplies replies;
    private final Clock clock;
    private final MailboxRules rules;
    private final MailboxJournal journal;

    @Inject
    public MailboxConversionService(
            SharedMailboxes mailboxes,
            SharedMailboxTypes types,
            Delegations delegations,
            DelegationChanges changes,
            AuditLog auditLog,
            SignInStore signIns,
            Transactions transactions,
            Accounts accounts,
            Folders folders,
            Leftovers leftovers,
            MailboxReplies replies,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.delegations = delegations;
        this.transactions = transactions;
        this.accounts = accounts;
        this.folders = folders;
        this.leftovers = leftovers;
        this.replies = replies;
        this.clock = clock;
        this.rules = new MailboxRules(types, accounts);
        this.journal = new MailboxJournal(auditLog, signIns, changes, clock);
    }

    /**
     * Converts the user into a shared mailbox. Nobody can sign in any more: the password is
     * replaced by one that nobody knows. The type's folders are added to those that exist.
     *
     * @return the new shared mailbox, with what the administrator is to know
     */
    public StoredMailbox convert(Username address, SharedMailboxTypeName typeName, Actor actor) {
        SharedMailboxType type = rules.requireDeclared(typeName);
        return transactions.inTransaction(
                () -> {
                    delegations.lockAndCount(address, clock.instant());
                    requireUser(address);
                    rules.requireChangeableAccounts();
                    rules.requireNoRewriting(address);
                    SharedMailbox mailbox =
                            SharedMailbox.at(address)
                                    .displayName(DisplayName.ofLocalPart(address))
                                    .type(type.name())
                                    .signIn(SignIn.BLOCKED)
                                    .sentCopies(SharedMailbox.DEFAULT_SENT_COPIES)
                                    // As the store keeps it: it is answered too.
                                    .createdAt(clock.instant().truncatedTo(ChronoUnit.MICROS))
                                    .createdBy(actor.name())
                                    .build();
                    mailboxes.put(mailbox);
                    replies.endThoseOfDelegations(address);
                    List<String> ended = leftovers.end(address);
                    recordAndAnnounce(AuditAction.MAILBOX_CONVERTED, mailbox, ended, actor);
                    folders.ensure(address, type.folders());
                    // Last, because it cannot be undone: if the store fails from here on, the user
                    // cannot sign in, which is the safe side, and can be converted again.
                    accounts.blockSignIn(address);
                    return StoredMailbox.of(
                            mailbox,
                            false,
                            Warnings.afterConversion(
                                    ended, delegations.ofDelegate(address).size()));
                });
    }

    /** Converts the shared mailbox into an ordinary user, who signs in with that password. */
    public void revert(Username address, String password, Actor actor) {
        MailboxRules.requirePassword(password);
        transactions.inTransaction(
                () -> {
                    delegations.lockAndCount(address, clock.instant());
                    SharedMailbox mailbox = require(address);
                    rules.requireChangeableAccounts();
                    mailboxes.release(address);
                    replies.endWithMailbox(address);
                    recordAndAnnounce(AuditAction.MAILBOX_REVERTED, mailbox, List.of(), actor);
                    if (accounts.exists(address)) {
                        transactions.unlessCommitted(() -> accounts.blockSignIn(address));
                        accounts.setPassword(address, password);
                    } else {
                        accounts.create(address, Optional.of(password));
                        transactions.afterRollback(() -> accounts.remove(address));
                        transactions.unlessCommitted(() -> accounts.blockSignIn(address));
                    }
                    return true;
                });
    }

    /** Records the change in its transaction, and announces it after the commit. */
    private void recordAndAnnounce(
            AuditAction action, SharedMailbox mailbox, List<String> ended, Actor actor) {
        Username address = mailbox.address();
        ImmutableMap.Builder<String, String> details = ImmutableMap.builder();
        details.put("type", mailbox.type().asString());
        MailboxAuditDetails.putEnded(details, ended);
        journal.record(action, address, actor, details.build());
        journal.announce(delegations.ofOwner(address));
        journal.changeSignIn(address);
    }

    private void requireUser(Username address) {
        if (mailboxes.find(address).isPresent()) {
            throw RequestRefusedException.conflict(
                    address.asString() + " is already a shared mailbox");
        }
        if (!accounts.exists(address)) {
            throw RequestRefusedException.notFound(
                    String.format(
                            "There is no user %1$s to convert; create a new shared mailbox with PUT"
                                    + " /shared-mailboxes/%1$s",
                            address.asString()));
        }
    }

    private SharedMailbox require(Username address) {
        return mailboxes
                .find(address)
                .orElseThrow(
                        () ->
                                RequestRefusedException.notFound(
                                        "There is no shared mailbox " + address.asString()));
    }
}
