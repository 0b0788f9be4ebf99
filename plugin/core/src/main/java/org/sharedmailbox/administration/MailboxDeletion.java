/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.failure.UnknownOutcomeException;
import org.sharedmailbox.mailbox.AccountEnds;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.sidedoor.Leftovers;
import org.sharedmailbox.transaction.Transactions;

/** Deletes shared mailboxes, alone or with their mail. Thread-safe. */
final class MailboxDeletion {
    private final SharedMailboxes mailboxes;
    private final Transactions transactions;
    private final AccountEnds ends;
    private final Leftovers leftovers;
    private final Clock clock;
    private final Provisioning provisioning;
    private final MailboxJournal journal;
    private final AccountDelegations accountDelegations;

    MailboxDeletion(
            SharedMailboxes mailboxes,
            Transactions transactions,
            AccountEnds ends,
            Leftovers leftovers,
            Clock clock,
            Provisioning provisioning,
            MailboxJournal journal,
            AccountDelegations accountDelegations) {
        this.mailboxes = mailboxes;
        this.transactions = transactions;
        this.ends = ends;
        this.leftovers = leftovers;
        this.clock = clock;
        this.provisioning = provisioning;
        this.journal = journal;
        this.accountDelegations = accountDelegations;
    }

    /** Removes the mailbox, and keeps its mail. */
    void keepingMail(Username address, Actor actor) {
        end(address, any -> true, false, actor);
    }

    /**
     * Deletes the mail, which takes James minutes where there is much, and removes the mailbox
     * then. No transaction is open while James deletes: nobody else's change waits for it.
     *
     * @throws UnknownOutcomeException if the store fails when the mail is deleted already
     */
    void withMail(Username address, Actor actor) {
        recordBeginning(address, actor).ifPresent(begun -> withMail(begun, actor));
    }

    private void withMail(SharedMailbox begun, Actor actor) {
        Username address = begun.address();
        Predicate<SharedMailbox> isTheSame =
                mailbox -> mailbox.createdAt().equals(begun.createdAt());
        try {
            provisioning.deleteMail(
                    address, () -> mailboxes.find(address).filter(isTheSame).isPresent());
            end(address, isTheSame, true, actor);
        } catch (UnknownOutcomeException e) {
            throw e;
        } catch (StoreUnavailableException e) {
            throw new UnknownOutcomeException(e);
        }
    }

    /**
     * Records that the mail goes from now on, whatever becomes of the mailbox. Under the lock, so
     * that whoever is just making it somebody's account is waited for.
     */
    private Optional<SharedMailbox> recordBeginning(Username address, Actor actor) {
        return transactions.inTransaction(
                () -> {
                    accountDelegations.lock(address);
                    Optional<SharedMailbox> mailbox = mailboxes.find(address);
                    if (mailbox.isPresent()) {
                        journal.record(
                                AuditAction.MAILBOX_CHANGED,
                                address,
                                actor,
                                ImmutableMap.of("mail", "deletion begun"));
                    }
                    return mailbox;
                });
    }

    private void end(
            Username address, Predicate<SharedMailbox> isTheSame, boolean mailToo, Actor actor) {
        transactions.inTransaction(
                () -> {
                    accountDelegations.lock(address);
                    // Under the lock: it may just have been converted, or deleted and made again.
                    if (mailboxes.find(address).filter(isTheSame).isEmpty()) {
                        return false;
                    }
                    accountDelegations.end(address, "mailbox deleted", actor);
                    mailboxes.remove(address);
                    ImmutableMap.Builder<String, String> details = ImmutableMap.builder();
                    details.put("mail", mailToo ? "deleted" : "kept");
                    MailboxAuditDetails.putEnded(
                            details, mailToo ? leftovers.delete(address) : leftovers.end(address));
                    journal.record(AuditAction.MAILBOX_DELETED, address, actor, details.build());
                    provisioning.deleteAccount(address);
                    if (mailToo) {
                        // Without an account no more comes in: this is the last of it.
                        provisioning.deleteMail(address, () -> true);
                    }
                    // Whoever is signed in as the mailbox is nobody from now on.
                    ends.record(address, clock.instant());
                    journal.changeSignIn(address);
                    return true;
                });
    }
}
