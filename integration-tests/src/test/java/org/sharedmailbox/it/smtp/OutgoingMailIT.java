/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.RelayedMail;

/** The raw mail as recipients get it, elsewhere and on the server itself. */
class OutgoingMailIT {
    private static final List<String> CARL = List.of(SendingCompany.CUSTOMER);

    /** 8-bit, longer than any line may be, blanks at ends of lines, dots, no multipart at all. */
    private static final String BODY =
            "caf\u00E9 \u00FF\u0080\r\n"
                    + "x".repeat(900)
                    + " \t \r\n.\r\n..two\r\n\r\nFrom alice@example.com\r\n--boundary\r\n  end\r\n";

    private final SendingCompany company = SendingCompany.running();

    @Test
    void nothingOfAMailSentAsTheMailboxNamesTheDelegate() {
        String headers =
                "Received: from laptop (auth=alice@example.com) by proxy.test; now\r\n"
                        + "Return-Path: <alice@example.com>\r\n"
                        + "From: support@example.com\r\n"
                        + "Sender: Alice <alice@example.com>\r\n"
                        + "To: carl@customer.test\r\n"
                        + "Subject:  Sent   as\r\n"
                        + "X-Shared-Mailbox-Delegate: alice@example.com\r\n"
                        + "X-Folded: a\r\n\tb  \r\n";
        assertAccepted(
                company.submits("alice", "alice@example.com", CARL, headers + "\r\n" + BODY));

        RelayedMail mail = company.customers().receives("Sent   as");
        assertThat(mail.envelopeSender()).isEqualTo(SendingCompany.SUPPORT);
        assertThat(headersOf(mail.raw())).doesNotContainIgnoringCase("alice", "proxy", "127.0.0.1");
        assertThat(mail.header("Received")).singleElement().asString().startsWith("by ");
        assertThat(mail.header("From")).containsExactly("support <support@example.com>");
        assertThat(mail.headerNames()).doesNotContain("Sender", "Return-Path");
        assertThat(mail.raw()).contains("\r\nX-Folded: a\r\n\tb  \r\n");
        assertThat(bodyOf(mail.raw())).isEqualTo(BODY);
    }

    @Test
    void aMailOnBehalfNamesMailboxAndDelegate() {
        String headers =
                "From: Support <support@example.com>\r\n"
                        + "Sender: alice@example.com\r\n"
                        + "To: carl@customer.test\r\n"
                        + "Subject: On behalf\r\n";
        assertAccepted(company.submits("bob", "bob@example.com", CARL, headers + "\r\n" + BODY));

        RelayedMail mail = company.customers().receives("On behalf");
        assertThat(mail.envelopeSender()).isEqualTo(SendingCompany.SUPPORT);
        assertThat(mail.header("From")).containsExactly("Support <support@example.com>");
        assertThat(mail.header("Sender")).containsExactly("bob@example.com");
        assertThat(headersOf(mail.raw())).doesNotContain("alice");
        assertThat(bodyOf(mail.raw())).isEqualTo(BODY);
    }

    @Test
    void colleaguesGetTheSameAsCustomers() {
        String message =
                "From: help@example.com\r\nSubject: Among us\r\nMIME-Version: 1.0\r\n\r\n" + BODY;
        assertAccepted(
                company.submits(
                        "alice",
                        "alice@example.com",
                        List.of("boss@example.com", SendingCompany.CUSTOMER),
                        message));

        RelayedMail remote = company.customers().receives("Among us");
        String local = company.rawMail("boss", "INBOX", "Among us");
        assertThat(headersOf(local)).contains("\r\nFrom: support <help@example.com>\r\n");
        assertThat(headersOf(local)).contains("Return-Path: <support@example.com>\r\n");
        assertThat(headersOf(local)).doesNotContain("alice");
        assertThat(bodyOf(local)).isEqualTo(BODY).isEqualTo(bodyOf(remote.raw()));
        assertThat(remote.header("From")).containsExactly("support <help@example.com>");
        assertThat(remote.envelopeSender()).isEqualTo(SendingCompany.SUPPORT);
    }

    @Test
    void aSignatureStillVerifies() {
        SignedLetter letter = SignedLetter.from(SendingCompany.SUPPORT).about("Signed");
        assertAccepted(company.submits("alice", "", CARL, letter.asString()));
        assertAccepted(company.submits("bob", "", List.of("boss@example.com"), letter.asString()));

        assertThat(letter.isVerifiedIn(company.customers().receives("Signed").raw())).isTrue();
        assertThat(letter.isVerifiedIn(company.rawMail("boss", "INBOX", "Signed"))).isTrue();
    }

    @Test
    void onesOwnMailIsStocks() {
        String message =
                "From: Carol <carol@example.com>\r\n"
                        + "Sender: carol@example.com\r\n"
                        + "X-Mailer: Carol's\r\nSubject: My own\r\n\r\n"
                        + BODY;
        assertAccepted(company.submits("carol", "carol@example.com", CARL, message));

        RelayedMail mail = company.customers().receives("My own");
        assertThat(mail.envelopeSender()).isEqualTo("carol@example.com");
        assertThat(mail.header("Received")).singleElement().asString().startsWith("from ");
        assertThat(mail.raw()).contains("\r\nSender: carol@example.com\r\nX-Mailer: Carol's\r\n");
        assertThat(bodyOf(mail.raw())).isEqualTo(BODY);
    }

    private static void assertAccepted(String reply) {
        assertThat(reply).startsWith("250 ");
    }

    private static String headersOf(String raw) {
        return raw.substring(0, raw.indexOf("\r\n\r\n") + 2);
    }

    private static String bodyOf(String raw) {
        return raw.substring(raw.indexOf("\r\n\r\n") + 4);
    }
}
