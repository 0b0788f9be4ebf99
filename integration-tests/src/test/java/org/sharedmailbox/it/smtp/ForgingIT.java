/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.it.client.RawSmtp;

/**
 * The attacks of "Composition Kills" (Chen, Paxson, Jiang, USENIX Security 2020; A and B) and "Weak
 * Links in Authentication Chains" (Shen et al., USENIX Security 2021; W) that concern From and
 * Sender of mail that a user submits, by the papers' names and numbers. Alice may send as support@,
 * and forges boss@. What the others attack (HELO, DNS, results of authentication, forwarding,
 * replays of signed mail: A1, A3 to A5, A14 to A18, W8 to W11) is the receiving server's concern.
 */
class ForgingIT {
    private final SendingCompany company = SendingCompany.running();

    @ParameterizedTest
    @DisplayName("Multiple From headers (A6; W4)")
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
    @DisplayName("Space-surrounded From headers (A7)")
    @ValueSource(
            strings = {
                "From : boss@example.com|From: support@example.com",
                "From: support@example.com|From\t: boss@example.com",
                "From: support@example.com|From\u00A0: boss@example.com",
                "From: support@example.com|From\u0001: boss@example.com",
                "From: support@example.com|From| : boss@example.com",
                "From| : support@example.com|From: boss@example.com",
            })
    void aFromThatOnlySomeSee(String headers) {
        assertRefused(headers, "The mail has several From headers");
    }

    @ParameterizedTest
    @DisplayName("A From of which only its odd form is there (A7)")
    @ValueSource(
            strings = {
                "From : boss@example.com",
                "FROM\t: boss@example.com",
                "From| : boss@example.com",
            })
    void anOddFromIsAFrom(String headers) {
        assertRefused(headers, "You do not have permission to send from this mailbox");
    }

    @Test
    @DisplayName("A space-preceded From as the first header (A7), which James's Received swallows")
    void aFromThatIsAContinuation() {
        assertRefused(
                " From: boss@example.com|Resent-From: support@example.com",
                "The mail has no From header");
        company.submits(
                "bob",
                "",
                " From: boss@example.com\r\nFrom: support@example.com\r\nSubject: Preceded");

        assertThat(company.customers().receives("Preceded").header("From"))
                .containsExactly("support <support@example.com>");
    }

    @Test
    @DisplayName("From alternative headers, and none in a From's place (A8, B3)")
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
    @DisplayName("Multiple email addresses (A9; W5)")
    @ValueSource(
            strings = {
                "From: support@example.com, boss@example.com",
                "From: boss@example.com, support@example.com",
                "From: support@example.com,| boss@example.com",
                "From: <support@example.com>, <boss@example.com>",
                "From: boss@example.com,,support@example.com",
            })
    void severalAddresses(String headers) {
        assertRefused(headers, "The From header names several addresses");
    }

    @ParameterizedTest
    @DisplayName(
            "Encoding, route portions, quoted-pairs, parsing inconsistencies (A10 to A13; W6, W7)")
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
                "From: =?utf-8?B?Ym9zc0BleGFtcGxlLmNvbQ==?=",
                "From: <boss@example.com>\\, <support@example.com>",
                "From: <@boss.example.com:support@example.com>",
                "From: \"boss@example.com\\\" \" <support@example.com>",
                "From: <boss@example.com|>support@example.com",
                "From: boss @ example . com <support@example.com>",
                "From: support@example.com (boss",
                "From: support@example.com\u0000",
                "From: <support@example.com> <>",
                "From:",
                "From: <>",
                "From: support",
            })
    void parsersThatDisagree(String headers) {
        assertRefused(headers, "");
    }

    @ParameterizedTest
    @DisplayName("A display name that is somebody's address, shown as one or hidden (A10, A13)")
    @ValueSource(
            strings = {
                "From: \"boss@example.com\" <support@example.com>",
                "From: boss@example.com <support@example.com>",
                "From: \"The Boss (boss@example.com)\" <support@example.com>",
                "From: =?utf-8?Q?boss=EF=BC=A0example.com?= <support@example.com>",
                "From: =?utf-8?Q?boss=E2=80=8B@example.com?= <support@example.com>",
                "From: \"boss @ example .com\" <support@example.com>",
                "From: =?utf-7?Q?boss+AEA-example.com?= <support@example.com>",
                "From: =?utf-8?B?Ym9z=c0BleGFtcGxlLmNvbQ==?= <support@example.com>",
                "From: =?utf-8?B?=Ym9zc0BleGFtcGxlLmNvbQ==?= <support@example.com>",
                "From: =?utf-8?Q?boss=4?= =?utf-8?Q?0example.com?= <support@example.com>",
                "From: \"boss\u001B$B!w\u001B(Bexample.com\" <support@example.com>",
            })
    void aDisplayNameThatIsAnAddress(String headers) {
        assertRefused(headers, "");
    }

    @ParameterizedTest
    @DisplayName(
            "IDN homographs, invisible and unrendered characters, right-to-left (B1; W12 to W14)")
    @ValueSource(
            strings = {
                "From: support@ex\u00D0\u00B0mple.com",
                "From: support@xn--exmple-4nf.com",
                "From: s\u00D1\u0083pport@example.com",
                "From: support@example.com\u00E2\u0080\u0080",
                "From: <support@example.com\u00E2\u0080\u008B>",
                "From: \u00E2\u0080\u008Bsupport@example.com",
                "From: boss@example.com\u0001\u0001 <support@example.com>",
                "From: \"boss\u0001\" <support@example.com>",
                "From: =?utf-8?Q?boss=00?= <support@example.com>",
                "From: =?utf-8?Q?boss=0D=0A?= <support@example.com>",
                "From: \"\u00E2\u0080\u00AEmoc.elpmaxe@ssob\" <support@example.com>",
            })
    void whatIsNotWhatItLooksLike(String headers) {
        assertRefused(headers, "");
    }

    @ParameterizedTest
    @DisplayName("Line breaks that only some see (SMTP smuggling)")
    @ValueSource(
            strings = {
                "From: support@example.com|X: a\rFrom: boss@example.com",
                "X: a\r\rFrom: boss@example.com|From: support@example.com",
                "|From: boss@example.com",
                "|From: support@example.com",
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
    @DisplayName("Login, envelope and From of different people, or no envelope (A2; W1 to W3)")
    void envelopeAndFromOfDifferentPeople() {
        assertThat(company.submits("alice", "boss@example.com", "From: support@example.com"))
                .isEqualTo(SendingCompany.NO_PERMISSION);
        assertThat(company.submits("alice", "support@example.com", "From: boss@example.com"))
                .isEqualTo(SendingCompany.NO_PERMISSION);
        assertThat(company.submits("alice", "", "From: boss@example.com"))
                .isEqualTo(SendingCompany.NO_PERMISSION);
    }

    @Test
    @DisplayName("Sender that names somebody else (A8)")
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
