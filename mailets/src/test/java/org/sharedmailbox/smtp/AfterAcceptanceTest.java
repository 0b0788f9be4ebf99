/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.mail.internet.MimeMessage;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.output.ByteArrayOutputStream;
import org.apache.james.core.Username;
import org.apache.james.dnsservice.dnsjava.DNSJavaService;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.transport.mailets.DSNBounce;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.mailet.SharedSentCopy;

/** Mail that a client submitted over a socket: the copy in Sent, and what a bounce of it tells. */
class AfterAcceptanceTest extends SubmissionFixture {
    private final FakeMailContext context = FakeMailContext.defaultContext();

    @ParameterizedTest(name = "{0} sends from {1}")
    @CsvSource({"alice, support@example.com", "alice, help@example.com", "bob, boss@example.com"})
    void theCopyHasTheMailsIdAndDateWhereTheClientGaveNone(String user, String from)
            throws Exception {
        Mail mail = submitted(user, "From: " + from + "\r\nSubject: x\r\n\r\nHello");
        String outgoing = port.outgoing(mail);
        SharedSentCopy mailet = server.create(SharedSentCopy.class);
        mailet.init(FakeMailetConfig.builder().mailetContext(context).build());
        mailet.service(mail);

        assertThat(copyIn(from.startsWith("boss") ? "boss@example.com" : SUPPORT))
                .isEqualTo(outgoing);
        assertThat(outgoing.lines().filter(line -> line.matches("(?i)(Message-ID|Date): .+")))
                .hasSize(2);
    }

    /** Whoever sends their own mail is told from where: otherwise nothing would be hidden. */
    @ParameterizedTest(name = "{0} sends from {1}")
    @CsvSource({
        "alice, support@example.com, false",
        "alice, help@example.com, false",
        "bob, boss@example.com, true",
        "alice, alice@example.com, true",
    })
    void aBounceTellsNotWhoSentAsTheMailbox(String user, String from, boolean tells)
            throws Exception {
        String sender = user + "@example.com";
        Mail mail = submitted(user, message("From: " + from + "\r\nSender: " + sender));
        String client = mail.getRemoteHost();
        String unused = port.outgoing(mail);

        String bounce = bounceOf(mail);
        assertThat(bounce.contains("Received-From-MTA: dns; " + client))
                .as(bounce)
                .isEqualTo(tells);
        assertThat(bounce.contains(sender)).as(bounce).isEqualTo(tells);
        assertThat(bounce.contains("alices-laptop.example.net")).as(bounce).isEqualTo(tells);
        assertThat(bounce.contains("127.0.0.1")).as(bounce).isEqualTo(tells);
    }

    @Test
    void aReceiptIsNeverBounced() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            client.send("", CUSTOMER, message("From: " + SUPPORT));
        }
        Mail mail = port.spooled();
        String unused = port.outgoing(mail);

        bounce(mail);
        assertThat(context.getSentMails()).isEmpty();
    }

    private Mail submitted(String user, String message) throws Exception {
        try (SubmissionPort.Client client = port.login(user)) {
            assertThat(client.send(user + "@example.com", CUSTOMER, message)).startsWith("250 ");
        }
        return port.spooled();
    }

    private String bounceOf(Mail mail) throws Exception {
        bounce(mail);
        List<MimeMessage> sent =
                context.getSentMails().stream()
                        .map(FakeMailContext.SentMail::getMsg)
                        .collect(Collectors.toList());
        assertThat(sent).hasSize(1);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        sent.get(0).writeTo(octets);
        return octets.toString(StandardCharsets.ISO_8859_1);
    }

    private void bounce(Mail mail) throws Exception {
        DSNBounce bounces =
                new DSNBounce(new DNSJavaService(server.start().getInstance(MetricFactory.class)));
        bounces.init(
                FakeMailetConfig.builder()
                        .mailetContext(context)
                        .setProperty("sender", "postmaster@example.com")
                        .build());
        bounces.service(mail);
    }

    private String copyIn(String mailbox) throws Exception {
        Username owner = Username.of(mailbox);
        MailboxSession session = server.james.mailboxManager().createSystemSession(owner);
        return IOUtils.toString(
                server.james
                        .mailboxManager()
                        .getMailbox(MailboxPath.forUser(owner, "Sent"), session)
                        .getMessages(MessageRange.all(), FetchGroup.FULL_CONTENT, session)
                        .next()
                        .getFullContent()
                        .getInputStream(),
                StandardCharsets.ISO_8859_1);
    }
}
