/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.MailServer;
import org.sharedmailbox.People;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;

/** Mail that the SMTP hook accepted: how it leaves, and what is kept of it. */
class SubmittedMailTest extends SubmissionFixture {
    @Test
    void sendAsLeavesNoTraceOfTheDelegate() throws Exception {
        String body = "caf\u00E9  \r\n..dots\r\n\tFrom: alice@example.com in the body \r\n";
        try (SubmissionPort.Client client = port.login("alice")) {
            String sent =
                    client.send(
                            ALICE,
                            List.of(ALICE),
                            "Return-Path: <alice@example.com>\r\n"
                                    + "Received: from alice (auth alice@example.com) by proxy\r\n"
                                    + "From: support@example.com\r\n"
                                    + "Sender : alice@example.com\r\n"
                                    + "Authentication-Results: MX.example.com; auth=pass\r\n"
                                    + "Authentication-Results: elsewhere.net; spf=pass\r\n"
                                    + "Subject:  two  blanks\r\n\tfolded\r\n"
                                    + "Message-ID: <1@laptop>\r\n"
                                    + "Date: Wed, 4 Mar 2026 13:00:00 +0100\r\n"
                                    + "X-Shared-Mailbox-Delegate: alice\r\n\r\n"
                                    + body);
            assertThat(sent).startsWith("250");
        }
        Mail mail = port.spooled();
        String outgoing = port.outgoing(mail);

        assertThat(mail.getMaybeSender()).isEqualTo(MaybeSender.of(new MailAddress(SUPPORT)));
        assertThat(mail.getState()).isNotEqualTo(Mail.ERROR);
        assertThat(outgoing)
                .isEqualTo(
                        "Received: by mx.example.com with ESMTPA id "
                                + mail.getName()
                                + ";\r\n\tWed, 4 Mar 2026 12:00:00 GMT\r\n"
                                + "From: Technical Support <support@example.com>\r\n"
                                + "Authentication-Results: elsewhere.net; spf=pass\r\n"
                                + "Subject:  two  blanks\r\n\tfolded\r\n"
                                + "Message-ID: <1@laptop>\r\n"
                                + "Date: Wed, 4 Mar 2026 13:00:00 +0100\r\n\r\n"
                                + body.replace("..dots", ".dots")
                                + "\r\n");
    }

    @Test
    void sendOnBehalfNamesTheDelegateAsSender() throws Exception {
        try (SubmissionPort.Client client = port.login("bob")) {
            client.send(
                    "bob@example.com",
                    CUSTOMER,
                    message("Sender: boss@example.com\r\nFrom: The Boss <boss@example.com>"));
        }
        Mail mail = port.spooled();

        assertThat(port.outgoing(mail))
                .contains("\r\nFrom: The Boss <boss@example.com>\r\nSender: bob@example.com\r\n")
                .doesNotContain("Sender: boss@example.com");
        assertThat(mail.getMaybeSender().asString()).isEqualTo("boss@example.com");
    }

    @Test
    void onesOwnMailIsNotTouched() throws Exception {
        String message = message("From: Alice <alice@example.com>\r\nSender: ali@example.com");
        try (SubmissionPort.Client client = port.login("alice")) {
            client.send("ali@example.com", CUSTOMER, message);
        }
        Mail mail = port.spooled();

        assertThat(port.outgoing(mail)).startsWith("Received: from ").endsWith(message + "\r\n");
        assertThat(mail.getMaybeSender().asString()).isEqualTo("ali@example.com");
    }

    @Test
    void onesOwnMailCarriesNoForgedSender() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            client.send(ALICE, CUSTOMER, message("From: " + ALICE + "\r\nSender: " + SUPPORT));
        }
        assertThat(port.outgoing(port.spooled())).doesNotContain("Sender:");
    }

    @Test
    void anAliasStaysInFromAndTheEnvelopeIsTheMailboxs() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            client.send(ALICE, CUSTOMER, message("From: Help <help@example.com>"));
        }
        Mail mail = port.spooled();

        assertThat(port.outgoing(mail)).contains("\r\nFrom: Help <help@example.com>\r\n");
        assertThat(mail.getMaybeSender().asString()).isEqualTo(SUPPORT);
    }

    @ParameterizedTest(name = "{0} sends a receipt as {1}")
    @CsvSource({
        "alice, alice@example.com",
        "alice, support@example.com",
        "alice, help@example.com",
        "bob, boss@example.com",
    })
    void theEmptyEnvelopeSenderStays(String user, String from) throws Exception {
        try (SubmissionPort.Client client = port.login(user)) {
            String sent =
                    client.send(
                            "", CUSTOMER, message("From: " + from + "\r\nSender: x@example.com"));
            assertThat(sent).startsWith("250");
        }
        Mail mail = port.spooled();

        assertThat(port.outgoing(mail)).contains(from).doesNotContain("x@example.com");
        assertThat(mail.getMaybeSender()).isEqualTo(MaybeSender.nullSender());
    }

    @Test
    void messageIdAndDateAreGivenWhereTheClientGaveNone() throws Exception {
        for (String user : List.of("alice", "bob")) {
            String mailbox = user.equals("alice") ? SUPPORT : "boss@example.com";
            try (SubmissionPort.Client client = port.login(user)) {
                client.send("", CUSTOMER, "From: " + mailbox + "\r\nSubject: x\r\n\r\nHello");
            }
            String outgoing = port.outgoing(port.spooled());

            assertThat(outgoing)
                    .containsPattern("\r\nMessage-ID: <[-0-9a-f]{36}@example\\.com>\r\n")
                    .contains("\r\nDate: Wed, 4 Mar 2026 12:00:00 +0000\r\n");
            assertThat(server.audited().get(server.audited().size() - 1).details().get("messageId"))
                    .matches("<[-0-9a-f]{36}@example\\.com>");
        }
    }

    @Test
    void whatTheClientGaveIsKeptAndOnesOwnMailIsLeftToJames() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            client.send(
                    "",
                    CUSTOMER,
                    "From: " + SUPPORT + "\r\nmessage-id: <a@b>\r\nDATE : then\r\n\r\nHello");
            assertThat(port.outgoing(port.spooled()))
                    .contains("\r\nmessage-id: <a@b>\r\nDATE : then\r\n")
                    .doesNotContain("Message-ID:", "Date:");
            client.send("", CUSTOMER, "From: " + ALICE + "\r\nSubject: x\r\n\r\nHello");
            assertThat(port.outgoing(port.spooled())).doesNotContain("Message-ID:", "Date:");
        }
    }

    @Test
    void withSendAsNoBounceCanTellFromWhereTheMailCame() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            client.send(ALICE, CUSTOMER, message("From: " + SUPPORT));
        }
        Mail mail = port.spooled();
        port.outgoing(mail);

        assertThat(mail.getRemoteHost()).isEqualTo("mx.example.com");
        assertThat(mail.getRemoteAddr()).isEqualTo("0.0.0.0");
    }

    @Test
    void whatIsSentAndWhatIsRefusedIsAudited() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            client.send(ALICE, CUSTOMER, message("From: " + ALICE));
            client.send(SUPPORT, CUSTOMER, message("From: " + SUPPORT));
            client.send(SUPPORT, CUSTOMER, message("From: boss@example.com"));
            client.say("MAIL FROM:<boss@example.com>");
        }
        assertThat(server.audited())
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditAction.MAIL_SENT, AuditAction.MAIL_REFUSED, AuditAction.MAIL_REFUSED);
        assertThat(server.audited())
                .extracting(AuditEntry::mailbox)
                .containsExactly(People.SUPPORT, MailServer.BOSS, MailServer.BOSS);
        assertThat(server.audited().get(0).details())
                .containsEntry("way", "SEND_AS")
                .containsEntry("messageId", "<1@alices-laptop>")
                .containsEntry("recipients", "customer@elsewhere.net")
                .containsEntry("verdict", "accepted");
    }

    @Test
    void whatIsResentFromAMailboxIsAudited() throws Exception {
        String from = "From: customer@elsewhere.net\r\n";
        try (SubmissionPort unverified = new SubmissionPort(server, false);
                SubmissionPort.Client client = unverified.login("bob")) {
            String unnamed = message(from + "Resent-From: boss@example.com");
            String named = unnamed.replaceFirst("\r\n", "\r\nResent-Sender: bob@example.com\r\n");

            assertThat(client.send("bob@example.com", CUSTOMER, unnamed))
                    .startsWith("550 5.7.1 Mail resent on behalf");
            assertThat(client.send("bob@example.com", CUSTOMER, named)).startsWith("250");
        }
        assertThat(server.audited())
                .extracting(AuditEntry::action)
                .containsExactly(AuditAction.MAIL_REFUSED, AuditAction.MAIL_SENT);
        assertThat(server.audited()).extracting(AuditEntry::mailbox).containsOnly(MailServer.BOSS);
        assertThat(server.audited().get(1).details())
                .containsEntry("resent", "true")
                .containsEntry("way", "SEND_ON_BEHALF");
    }
}
