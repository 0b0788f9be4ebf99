/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.it.client.RawSmtp;

/** What a stock James makes of line ends that no mail may have (RFC 5321 §2.3.8). */
class LineEndsIT {
    /** Ends the mail for servers that take a bare CR for a line's end, and begins another. */
    private static final String BODY =
            "one\r.\rMAIL FROM:<boss@example.com>\rtwo\r.\r\nthree\r\n\r.\r\rfour\r\n";

    private final SendingCompany company = SendingCompany.running();

    /** The customer's server takes it for one mail, whose dots James has doubled on the way. */
    @ParameterizedTest(name = "{0} of alice, Date given: {2}")
    @CsvSource({
        "alice, CR 1, false",
        "alice, CR 2, true",
        "support, CR 3, false",
        "support, CR 4, true",
    })
    void aBareCrInABodyIsKeptInMailboxesAndSentToOtherServersAsALinesEnd(
            String from, String subject, boolean complete) {
        String headers =
                (complete ? "Message-ID: <1@x>\r\nDate: Wed, 4 Mar 2026 12:00:00 +0000\r\n" : "")
                        + String.format("From: %s@example.com\r\nSubject: %s", from, subject);
        assertThat(
                        company.submits(
                                "alice",
                                "alice@example.com",
                                List.of("boss@example.com", SendingCompany.CUSTOMER),
                                headers + "\r\n\r\n" + BODY))
                .startsWith("250 ");

        assertThat(company.rawMail("boss", "INBOX", subject)).endsWith("\r\n\r\n" + BODY);
        assertThat(company.customers().receives(subject).raw())
                .endsWith("\r\n\r\n" + BODY.replaceAll("\r(?!\n)", "\r\n"));
    }

    @Test
    void aBareCrInAHeaderIsRefused() {
        assertThat(company.submits("alice", "", "From: alice@example.com\r\nSubject: a\rTo: b@c.d"))
                .startsWith("550 5.7.1 ");
    }

    @Test
    void aBareLineFeedEndsTheConnection() {
        try (RawSmtp smtp = company.person("alice").smtp()) {
            smtp.command("MAIL FROM:<alice@example.com>");
            smtp.command("RCPT TO:<boss@example.com>");
            smtp.command("DATA");
            assertThat(smtp.content("From: alice@example.com\r\nSubject: LF\r\n\r\none\ntwo\r\n"))
                    .isEqualTo("500 5.0.0 line delimiter must be CRLF");
        }
    }
}
