/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.AccountEnds;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.DisplayName;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.MailboxQuota;
import org.sharedmailbox.mailbox.Quotas;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.mailbox.SignInStore;
import org.sharedmailbox.notice.Notices;
import org.sharedmailbox.sidedoor.Leftovers;
import org.sharedmailbox.transaction.Transactions;

/**
 * Creates, changes and deletes shared mailboxes. Refusals are {@link RequestRefusedException}s, and
 * then nothing has changed, here or in James. Thread-safe: a change waits for others to the same
 * mailbox or to its delegations.
 */
public class SharedMailboxService {
    private final SharedMailboxes mailboxes;
    private final Delegations delegations;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Quotas quotas;
    private final AccountEnds ends;
    private final Notices notices;
    private final Leftovers leftovers;
    private final Clock clock;
    private final MailboxRules rules;
    private final Provisioning provisioning;
    private final MailboxJournal journal;
    private final AccountDelegations accountDelegations;
    private final MailboxDeletion deletion;

    @Inject
    public SharedMailboxService(
            SharedMailboxes mailboxes,
            SharedMailboxTypes types,
            Delegations delegations,
            DelegationChanges changes,
            AuditLog auditLog,
            SignInStore signIns,
            Transactions transactions,
            Accounts accounts,
            Folders folders,
            Quotas quotas,
            AccountEnds ends,
            Notices notices,
            Leftovers leftovers,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.delegations = delegations;
        this.transactions = transactions;
        this.accounts = accounts;
        this.quotas = quotas;
        this.ends = ends;
        this.notices = notices;
        this.leftovers = leftovers;
        this.clock = clock;
        this.rules = new MailboxRules(types, accounts);
        this.provisioning = new Provisioning(accounts, folders, quotas, transactions);
        this.journal = new MailboxJournal(auditLog, signIns, changes, clock);
        this.accountDelegations = new AccountDelegations(delegations, journal);
        this.deletion =
                new MailboxDeletion(
                        mailboxes,
                        transactions,
                        ends,
                        leftovers,
                        clock,
                        provisioning,
                        journal,
                        accountDelegations);
    }

    public Optional<SharedMailbox> find(Username address) {
        return mailboxes.find(address);
    }

    public MailboxQuota quotaOf(SharedMailbox mailbox) {
        return quotas.of(mailbox.address());
    }

    /** Returns how many people's delegations have not ended; those of some may be suspended. */
    public int memberCountOf(SharedMailbox mailbox) {
        Instant now = clock.instant();
        return (int)
                delegations.ofOwner(mailbox.address()).stream()
                        .filter(delegation -> !delegation.validity().hasEndedAt(now))
                        .count();
    }

    /**
     * Creates the mailbox, or changes those of its settings that the request names.
     *
     * @return the mailbox as it stands then, so that nobody has to read it again
     */
    public StoredMailbox put(Username address, SharedMailboxRequest request, Actor actor) {
        rules.requireMeaningful(request);
        return transactions.inTransaction(
                () -> {
                    accountDelegations.lock(address);
                    Optional<SharedMailbox> present = mailboxes.find(address);
                    return present.isPresent()
                            ? change(present.get(), request, actor)
                            : create(address, request, actor);
                });
    }

    /**
     * Removes the account and all delegations that it gave or held. Stored mail stays, as when
     * James deletes a user, unless it is to be deleted too. If James fails in between, the mailbox
     * still exists, perhaps without its mail or its account, and can be deleted again.
     *
     * @throws org.sharedmailbox.failure.UnknownOutcomeException if the store fails during the
     *     commit, or when the mail is deleted already
     */
    public void delete(Username address, boolean mailToo, Actor actor) {
        if (mailToo) {
            deletion.withMail(address, actor);
        } else {
            deletion.keepingMail(address, actor);
        }
    }

    private StoredMailbox create(Username address, SharedMailboxRequest request, Actor actor) {
        rules.requireFree(address);
        // An earlier account of this address may have left some; the new one inherits none.
        accountDelegations.end(address, "left over from an earlier account", actor);
        notices.removeTo(address);
        ends.record(address, clock.instant());
        List<String> ended = leftovers.end(address);
        SharedMailbox mailbox =
                SharedMailbox.at(address)
                        .displayName(
                                request.displayName()
                                        .orElseGet(() -> DisplayName.ofLocalPart(address)))
                        .type(request.type().orElse(SharedMailboxType.TEAM.name()))
                        .signIn(request.password().map(p -> SignIn.PASSWORD).orElse(SignIn.BLOCKED))
                        .sentCopies(request.sentCopies().orElse(SharedMailbox.DEFAULT_SENT_COPIES))
                        // As the store keeps it, because what is made here is answered too.
                        .createdAt(clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .createdBy(actor.name())
                        .build();
        mailboxes.put(mailbox);
        journal.record(
                AuditAction.MAILBOX_CREATED,
                address,
                actor,
                MailboxAuditDetails.of(mailbox, request, ended));
        provisioning.create(mailbox, rules.requireDeclared(mailbox.type()), request);
        journal.changeSignIn(address);
        return StoredMailbox.of(mailbox, true, ended);
    }

    private StoredMailbox change(SharedMailbox present, SharedMailboxRequest request, Actor actor) {
        boolean hasAccount = accounts.exists(present.address());
        List<String> ended = hasAccount ? List.of() : leftovers.end(present.address());
        SharedMailbox.Builder wanted = present.toBuilder();
        request.displayName().ifPresent(wanted::displayName);
        request.type().ifPresent(wanted::type);
        request.sentCopies().ifPresent(wanted::sentCopies);
        if (request.password().isPresent()) {
            wanted.signIn(SignIn.PASSWORD).passwordSetOutside(false);
        } else if (!hasAccount) {
            wanted.signIn(SignIn.BLOCKED).passwordSetOutside(false);
        }
        SharedMailbox changed = wanted.build();
        if (!changed.equals(present) || request.concernsJames() || !ended.isEmpty()) {
            mailboxes.put(changed);
            journal.record(
                    AuditAction.MAILBOX_CHANGED,
                    changed.address(),
                    actor,
                    MailboxAuditDetails.of(changed, request, ended));
        }
        provisioning.change(present, hasAccount, rules.requireDeclared(changed.type()), request);
        journal.announce(delegations.ofOwner(changed.address()));
        // A new password is a change, too, even if it is the same one.
        if (request.password().isPresent() || !hasAccount) {
            journal.changeSignIn(changed.address());
        }
        return StoredMailbox.of(changed, false, Warnings.afterChange(request, ended));
    }
}
