/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.it.client.RawSmtp;

/** The submission port of the sample configuration is for people who have logged in. */
class SubmissionLoginIT {
    private static final List<String> BOSS = List.of("boss@example.com");

    private final SendingCompany company = SendingCompany.running();

    @ParameterizedTest
    @ValueSource(strings = {"", SendingCompany.CUSTOMER, SendingCompany.SUPPORT})
    void withoutALoginItTakesNoMail(String envelope) {
        try (RawSmtp smtp = RawSmtp.submission(company.james())) {
            assertThat(smtp.sends(envelope, BOSS, from("Not signed in")))
                    .isEqualTo("530 5.7.0 Authentication required");
            assertThat(smtp.command("RCPT TO:<boss@example.com>")).startsWith("503 ");
            assertThat(smtp.command("DATA")).startsWith("503 ");
        }
        try (RawSmtp smtp = RawSmtp.connectInTheClear(company.james())) {
            smtp.command("EHLO client.example");
            assertThat(smtp.sends(envelope, BOSS, from("In the clear")))
                    .isEqualTo("530 5.7.0 Authentication required");
        }
    }

    @Test
    void withALoginItTakesMailThatTheUserMaySend() {
        assertThat(company.submits("alice", "", BOSS, from("Signed in"))).startsWith("250 ");
        assertThat(company.submits("carol", "", BOSS, from("No right"))).startsWith("550 5.7.1 ");
        assertThat(company.rawMail("boss", "INBOX", "Signed in")).contains("<support@example.com>");
    }

    @Test
    void thePortForOtherServersDemandsNone() {
        try (RawSmtp smtp = RawSmtp.connect(company.james())) {
            smtp.command("EHLO customer.test");
            String mail = "From: carl@customer.test\r\nSubject: From elsewhere\r\n\r\nHello\r\n";
            assertThat(smtp.sends(SendingCompany.CUSTOMER, BOSS, mail)).startsWith("250 ");
        }
        assertThat(company.rawMail("boss", "INBOX", "From elsewhere")).contains("Hello");
    }

    private static String from(String subject) {
        return "From: support@example.com\r\nSubject: " + subject + "\r\n\r\nHello\r\n";
    }
}
