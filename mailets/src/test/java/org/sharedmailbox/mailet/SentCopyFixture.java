/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.MailServer;
import org.sharedmailbox.send.SendInstruction;
import org.sharedmailbox.sending.SendMode;
import org.sharedmailbox.store.TestStores;

/** The mailet in a James in memory, and mail that was accepted for sending. */
abstract class SentCopyFixture {
    static final String REWRITTEN =
            "Received: by mx.example.com; then\r\n"
                    + "From: support@example.com\r\n"
                    + "Message-ID: <1@laptop>\r\nDate: Wed, 4 Mar 2026 13:00:00 +0100\r\n"
                    + "Subject: caf\u00E9\r\n\r\nlong line ".concat("x".repeat(2000))
                    + "\r\n";
    private static final String SUBMITTED =
            REWRITTEN.replace("From:", "Sender: alice@example.com\r\nFrom:");

    @RegisterExtension final TestStores stores = TestStores.h2InFile();
    @TempDir Path directory;
    final FakeMailContext queue = FakeMailContext.defaultContext();
    MailServer server;
    SharedSentCopy mailet;

    @BeforeEach
    void start() throws Exception {
        server = new MailServer(directory, stores);
        mailet = mailet("retryAfter", "1 minute, 2 hours");
    }

    SharedSentCopy mailet(String... parameter) throws Exception {
        SharedSentCopy made = server.create(SharedSentCopy.class);
        FakeMailetConfig.Builder config = FakeMailetConfig.builder().mailetContext(queue);
        made.init(
                (parameter.length == 0 ? config : config.setProperty(parameter[0], parameter[1]))
                        .build());
        return made;
    }

    static MailImpl sent(SendMode mode) throws Exception {
        MailImpl mail = submitted();
        instruction(mode, SUPPORT).attachTo(mail);
        new DelegatedSender().service(mail);
        return mail;
    }

    static MailImpl notRewritten() throws Exception {
        MailImpl mail = submitted();
        instruction(SendMode.SEND_AS, SUPPORT).attachTo(mail);
        return mail;
    }

    static SendInstruction instruction(SendMode mode, Username mailbox) {
        return SendInstruction.sentBy(ALICE, "mx.example.com")
                .mode(mode)
                .mailbox(mailbox)
                .discardsSender(true)
                .received("by mx.example.com; then")
                .id("accepted-" + mode)
                .acceptedAt(NOON)
                .build();
    }

    static MailImpl submitted() throws Exception {
        MailImpl mail =
                MailImpl.builder()
                        .name("mail-1")
                        .sender(new MailAddress("alice@example.com"))
                        .addRecipients("one@elsewhere.net", "two@elsewhere.net")
                        .state(Mail.TRANSPORT)
                        .build();
        mail.setMessageContent(
                MimeMessageInputStreamSource.create(
                        "mail-1",
                        new ByteArrayInputStream(SUBMITTED.getBytes(StandardCharsets.ISO_8859_1))));
        return mail;
    }

    List<MessageResult> copies(Username owner) throws Exception {
        MailboxSession session = server.james.mailboxManager().createSystemSession(owner);
        List<MessageResult> copies = new ArrayList<>();
        try {
            server.james
                    .mailboxManager()
                    .getMailbox(MailboxPath.forUser(owner, "Sent"), session)
                    .getMessages(MessageRange.all(), FetchGroup.FULL_CONTENT, session)
                    .forEachRemaining(copies::add);
        } catch (MailboxNotFoundException e) {
            return List.of();
        }
        return copies;
    }
}
