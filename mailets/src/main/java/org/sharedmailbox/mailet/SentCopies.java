/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.mailet.Mail;
import org.sharedmailbox.mailbox.AccountEnds;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.send.SendInstruction;

/** Files copies of sent mail for those mailboxes that want them. Thread-safe. */
final class SentCopies {
    private final SharedMailboxes mailboxes;
    private final Accounts accounts;
    private final AccountEnds ends;
    private final SentFolder sentFolder;
    private final CopiedMails copied;
    private final CopyFailures failures;

    @Inject
    SentCopies(
            SharedMailboxes mailboxes,
            Accounts accounts,
            AccountEnds ends,
            SentFolder sentFolder,
            CopiedMails copied,
            CopyFailures failures) {
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.ends = ends;
        this.sentFolder = sentFolder;
        this.copied = copied;
        this.failures = failures;
    }

    /**
     * Claims the mail, of which other parts may arrive too, for the caller to file.
     *
     * @return false if a part of it was claimed before
     */
    boolean claim(SendInstruction instruction) {
        return copied.add(instruction.id());
    }

    /**
     * Files a copy, unless none is wanted, and reports it if that fails.
     *
     * @param failedBefore how often filing this copy has failed already
     * @return the time until the next attempt; empty if there is none to make
     */
    Optional<Duration> file(
            SendInstruction instruction, Mail mail, int failedBefore, RetrySchedule schedule) {
        try {
            if (isWanted(instruction)) {
                sentFolder.file(instruction.mailbox(), mail);
            }
            return Optional.empty();
        } catch (MailboxException | RuntimeException e) {
            int failed = failedBefore + 1;
            Optional<Duration> nextTry = schedule.after(failed);
            failures.report(instruction, mail, failed, nextTry, e);
            return nextTry;
        }
    }

    /**
     * Decides whether the mailbox wants a copy. An account that has been deleted does not: James
     * would make new folders for it. Nor does another that has its address by now.
     */
    private boolean isWanted(SendInstruction instruction) {
        return instruction
                        .mode()
                        .right()
                        .filter(
                                mailboxes
                                                .find(instruction.mailbox())
                                                .map(SharedMailbox::sentCopies)
                                                .orElse(SharedMailbox.DEFAULT_SENT_COPIES)
                                        ::contains)
                        .isPresent()
                && accounts.exists(instruction.mailbox())
                && !ends.endedSince(instruction.mailbox(), instruction.acceptedAt());
    }
}
