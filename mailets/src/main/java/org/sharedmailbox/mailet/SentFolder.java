/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import javax.inject.Inject;
import javax.mail.Flags;
import javax.mail.MessagingException;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Content;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.model.FolderName;

/** The folder in which a mailbox keeps what was sent from it. Thread-safe. */
final class SentFolder {
    private static final FolderName NAME = FolderName.of("Sent");

    private final MailboxManager mailboxes;
    private final Folders folders;
    private final Clock clock;

    @Inject
    SentFolder(MailboxManager mailboxes, Folders folders, Clock clock) {
        this.mailboxes = mailboxes;
        this.folders = folders;
        this.clock = clock;
    }

    /** Files a mail as it is now, marked as read, dated now; creates a missing folder. */
    void file(Username owner, Mail mail) throws MailboxException {
        folders.ensure(owner, List.of(NAME));
        MailboxSession session = mailboxes.createSystemSession(owner);
        mailboxes.startProcessingRequest(session);
        try {
            mailboxes
                    .getMailbox(MailboxPath.forUser(owner, NAME.asString()), session)
                    .appendMessage(
                            AppendCommand.builder()
                                    .withFlags(new Flags(Flags.Flag.SEEN))
                                    .withInternalDate(Date.from(clock.instant()))
                                    .notRecent()
                                    .build(contentOf(mail)),
                            session);
        } finally {
            mailboxes.endProcessingRequest(session);
        }
    }

    /** Returns the mail as James keeps it, not held in memory. */
    private static Content contentOf(Mail mail) {
        return new Content() {
            @Override
            public InputStream getInputStream() throws IOException {
                try {
                    return new MimeMessageInputStream(mail.getMessage());
                } catch (MessagingException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public long size() throws MailboxException {
                try {
                    return mail.getMessageSize();
                } catch (MessagingException e) {
                    throw new MailboxException("Cannot tell the size of " + mail.getName(), e);
                }
            }
        };
    }
}
