/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.it.client.RawSmtp;

/**
 * The attacks of "Composition Kills" (USENIX Security 2020; A1 to A18) and "Weak Links in
 * Authentication Chains" (USENIX Security 2021; sections 4 and 5) that concern From and Sender of
 * mail that a user submits. Alice may send as support@, and forges boss@.
 */
class ForgingIT {
    private final SendingCompany company = SendingCompany.running();

    @ParameterizedTest
    @DisplayName("Multiple From headers (Composition Kills A5; Weak Links A4)")
    @ValueSource(
            strings = {
                "From: support@example.com|From: boss@example.com",
                "From: boss@example.com|From: support@example.com",
                "From: support@example.com|from: boss@example.com",
                "From: support@example.com|From: support@example.com",
            })
    void severalFromHeaders(String headers) {
        assertRefused(headers, "The mail has several From headers");
    }

    @ParameterizedTest
    @DisplayName("From with blanks around its name (Composition Kills A6 to A8)")
    @ValueSource(
            strings = {
                "From : boss@example.com|From: support@example.com",
                "From: support@example.com|From\t: boss@example.com",
                "From: support@example.com|From\u00A0: boss@example.com",
                "From: support@example.com|From\u0001: boss@example.com",
                "From: support@example.com|From| : boss@example.com",
            })
    void aFromThatOnlySomeSee(String headers) {
        assertRefused(headers, "The mail has several From headers");
    }

    @ParameterizedTest
    @DisplayName("A From of which only its odd form is there (Composition Kills A7)")
    @ValueSource(strings = {"From : boss@example.com", "FROM\t: boss@example.com"})
    void anOddFromIsAFrom(String headers) {
        assertRefused(headers, "You do not have permission to send from this mailbox");
    }

    @Test
    @DisplayName("No From, an alternative header in its place (Composition Kills A9)")
    void aMissingFrom() {
        assertRefused("X-Nothing: x", "The mail has no From header");
        assertRefused("Sender: boss@example.com", "The mail has no From header");
        assertRefused("Resent-From: support@example.com", "The mail has no From header");
        assertRefused(
                "From: support@example.com|Resent-From: boss@example.com",
                "You do not have permission to send from this mailbox");
        assertRefused(
                "From: support@example.com|Resent-Sender: boss@example.com",
                "You do not have permission to send from this mailbox");
    }

    @ParameterizedTest
    @DisplayName("Several addresses in From (Composition Kills A10; Weak Links A5)")
    @ValueSource(
            strings = {
                "From: support@example.com, boss@example.com",
                "From: boss@example.com, support@example.com",
                "From: support@example.com,| boss@example.com",
                "From: <support@example.com>, <boss@example.com>",
            })
    void severalAddresses(String headers) {
        assertRefused(headers, "The From header names several addresses");
    }

    @ParameterizedTest
    @DisplayName(
            "Encoded words, quoting, comments, routes, separators (A11 to A14; Weak Links A6, A7)")
    @ValueSource(
            strings = {
                "From: =?utf-8?B?Ym9zc0BleGFtcGxlLmNvbQ==?= <support@example.com>",
                "From: =?utf-8?Q?boss=40example.com?= <support@example.com>",
                "From: =?utf-8?B?PGJvc3NAZXhhbXBsZS5jb20+?=, <support@example.com>",
                "From: <boss@example.com> <support@example.com>",
                "From: <support@example.com> <boss@example.com>",
                "From: <@boss@example.com,@x:support@example.com>",
                "From: <boss@example.com>support@example.com",
                "From: support@example.com <boss@example.com>",
                "From: <support@example.com>boss@example.com",
                "From: <boss@example.com\\>\\,<support@example.com>",
                "From: \"<boss@example.com>, \" <support@example.com>",
                "From: (boss@example.com) support@example.com",
                "From: support@example.com (boss@example.com)",
                "From: boss@example.com(<support@example.com>)",
                "From: support(x)@example.com, boss@example.com",
                "From: boss@example.com; support@example.com",
                "From: boss@example.com\u00FF<support@example.com>",
                "From: boss@example.com\u0000, support@example.com",
                "From: team: support@example.com;",
                "From: team: boss@example.com; support@example.com",
            })
    void parsersThatDisagree(String headers) {
        assertRefused(headers, "");
    }

    @ParameterizedTest
    @DisplayName("A display name that is somebody's address (Composition Kills A15; Weak Links A9)")
    @ValueSource(
            strings = {
                "From: \"boss@example.com\" <support@example.com>",
                "From: boss@example.com <support@example.com>",
                "From: \"The Boss (boss@example.com)\" <support@example.com>",
                "From: =?utf-8?Q?boss=EF=BC=A0example.com?= <support@example.com>",
                "From: =?utf-8?Q?boss=E2=80=8B@example.com?= <support@example.com>",
            })
    void aDisplayNameThatIsAnAddress(String headers) {
        assertRefused(headers, "");
    }

    @ParameterizedTest
    @DisplayName("Line breaks that only some see (Weak Links A12; SMTP smuggling)")
    @ValueSource(
            strings = {
                "From: support@example.com|X: a\rFrom: boss@example.com",
                "X: a\r\rFrom: boss@example.com|From: support@example.com",
            })
    void bareLineBreaks(String headers) {
        assertRefused(headers, "");
    }

    @ParameterizedTest
    @DisplayName("A bare LF, which James itself answers by hanging up (SMTP smuggling)")
    @ValueSource(strings = {"X: a\nFrom: boss@example.com", "X: a\n\nFrom: boss@example.com"})
    void bareLineFeeds(String headers) {
        try (RawSmtp smtp = company.person("alice").smtp()) {
            smtp.command("MAIL FROM:<alice@example.com>");
            smtp.command("RCPT TO:<carl@customer.test>");
            smtp.command("DATA");
            assertThat(smtp.content("From: support@example.com\r\n" + headers + "\r\n\r\nHi\r\n"))
                    .startsWith("5");
        }
    }

    @Test
    @DisplayName("Envelope and From of different people (Composition Kills A1, A2; Weak Links A1)")
    void envelopeAndFromOfDifferentPeople() {
        assertThat(company.submits("alice", "boss@example.com", "From: support@example.com"))
                .isEqualTo(SendingCompany.NO_PERMISSION);
        assertThat(company.submits("alice", "", "From: boss@example.com"))
                .isEqualTo(SendingCompany.NO_PERMISSION);
    }

    @Test
    @DisplayName("Sender that names somebody else (Weak Links A2)")
    void aForgedSenderDoesNotLeave() {
        company.submits(
                "bob",
                "",
                "From: support@example.com\r\nSender: boss@example.com\r\nsender : x@y.test\r\n"
                        + "Subject: Forged sender");
        assertThat(company.customers().receives("Forged sender").raw())
                .contains("\r\nSender: bob@example.com\r\n")
                .doesNotContain("boss@example.com", "x@y.test");
    }

    private void assertRefused(String headers, String reason) {
        String reply = company.submits("alice", "", headers.replace("|", "\r\n"));

        assertThat(reply).startsWith("550 5.7.1 " + reason);
    }
}
