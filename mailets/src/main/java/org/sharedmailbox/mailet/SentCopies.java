/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import org.apache.james.mailbox.exception.MailboxException;
import org.apache.mailet.Mail;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxes;

/** Files copies for those mailboxes that want them. */
final class SentCopies {
    private final SharedMailboxes mailboxes;
    private final Accounts accounts;
    private final SentFolder sent;

    SentCopies(SharedMailboxes mailboxes, Accounts accounts, SentFolder sent) {
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.sent = sent;
    }

    /**
     * Files a copy, unless none is wanted.
     *
     * @throws RuntimeException if it cannot be known whether one is wanted
     */
    void file(SendOrder order, Mail mail) throws MailboxException {
        if (isWanted(order)) {
            sent.file(order.mailbox(), mail);
        }
    }

    /** James would make folders for an account that has been deleted meanwhile. */
    private boolean isWanted(SendOrder order) {
        return order.way()
                        .right()
                        .filter(
                                mailboxes
                                                .find(order.mailbox())
                                                .map(SharedMailbox::sentCopies)
                                                .orElse(SharedMailbox.DEFAULT_SENT_COPIES)
                                        ::contains)
                        .isPresent()
                && accounts.exists(order.mailbox());
    }
}
