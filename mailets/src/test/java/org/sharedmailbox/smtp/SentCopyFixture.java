/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.inject.Guice;
import com.google.inject.Injector;
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
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.mailet.DelegatedSender;
import org.sharedmailbox.mailet.SharedSentCopy;
import org.sharedmailbox.send.SendInstruction;
import org.sharedmailbox.sending.SendMode;

/** James in memory with the mailet, and mail that was accepted for sending. */
abstract class SentCopyFixture {
    static final Username SUPPORT = Company.at("support");
    static final String REWRITTEN =
            "Received: by mx.example.com; then\r\n"
                    + "From: support@example.com\r\n"
                    + "Subject: caf\u00E9\r\n\r\nlong line ".concat("x".repeat(2000))
                    + "\r\n";
    private static final String SUBMITTED =
            REWRITTEN.replace("From:", "Sender: alice@example.com\r\nFrom:");

    @TempDir Path directory;
    final FakeMailContext queue = FakeMailContext.defaultContext();
    Company company;
    SharedSentCopy mailet;

    @BeforeEach
    void start() throws Exception {
        company = new Company(directory);
        mailet = mailet("retryAfter", "1 minute, 2 hours");
    }

    SharedSentCopy mailet(String... parameter) throws Exception {
        Injector injector = Guice.createInjector(company);
        SharedSentCopy made = injector.getInstance(SharedSentCopy.class);
        FakeMailetConfig.Builder config = FakeMailetConfig.builder().mailetContext(queue);
        made.init(
                (parameter.length == 0 ? config : config.setProperty(parameter[0], parameter[1]))
                        .build());
        return made;
    }

    static MailImpl sent(SendMode way) throws Exception {
        MailImpl mail = submitted();
        order(way, SUPPORT).attachTo(mail);
        new DelegatedSender().service(mail);
        return mail;
    }

    static MailImpl notRewritten() throws Exception {
        MailImpl mail = submitted();
        order(SendMode.SEND_AS, SUPPORT).attachTo(mail);
        return mail;
    }

    static SendInstruction order(SendMode way, Username mailbox) {
        return SendInstruction.sentBy(Company.at("alice"), "mx.example.com")
                .mode(way)
                .mailbox(mailbox)
                .discardsSender(true)
                .received("by mx.example.com; then")
                .id("accepted-" + way)
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
        MailboxSession session = company.post.getMailboxManager().createSystemSession(owner);
        List<MessageResult> copies = new ArrayList<>();
        try {
            company.post
                    .getMailboxManager()
                    .getMailbox(MailboxPath.forUser(owner, "Sent"), session)
                    .getMessages(MessageRange.all(), FetchGroup.FULL_CONTENT, session)
                    .forEachRemaining(copies::add);
        } catch (MailboxNotFoundException e) {
            return List.of();
        }
        return copies;
    }
}
