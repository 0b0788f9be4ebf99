/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.smtp.SubmissionFixture.ALICE;
import static org.sharedmailbox.smtp.SubmissionFixture.CUSTOMER;
import static org.sharedmailbox.smtp.SubmissionFixture.REFUSED;
import static org.sharedmailbox.smtp.SubmissionFixture.SUPPORT;
import static org.sharedmailbox.smtp.SubmissionFixture.message;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of who may put what where, over real connections to James's SMTP server. */
class SendingTablesTest {
    @RegisterExtension static final BothPorts PORTS = new BothPorts();

    @BeforeEach
    void nothingIsSpooledYet() throws Exception {
        PORTS.verifying().forgetSpooledMails();
    }

    @ParameterizedTest(name = "{0} says MAIL FROM:<{1}>: {2}")
    @CsvSource({
        "alice, alice@example.com, 250",
        "alice, ali@example.com, 250",
        "alice, support@example.com, 250",
        "alice, SUPPORT@EXAMPLE.COM, 250",
        "alice, help@example.com, 250",
        "alice, '', 250",
        "bob, boss@example.com, 250",
        "alice, boss@example.com, 550",
        "alice, bob@example.com, 550",
        "alice, ceo@elsewhere.net, 550",
        "bob, support@example.com, 550",
        "bob, ali@example.com, 550",
    })
    void theEnvelopeIsChecked(String user, String sender, String code) throws Exception {
        try (SubmissionPort.Client client = PORTS.verifying().login(user)) {
            String reply = client.say("MAIL FROM:<" + sender + ">");

            assertThat(reply).startsWith(code);
            if (code.equals("550")) {
                assertThat(reply).isEqualTo(REFUSED);
            }
        }
    }

    @ParameterizedTest(name = "{0} sends from <{1}> with From: {2}: {3}")
    @CsvSource({
        "alice, alice@example.com, alice@example.com, 250",
        "alice, '', alice@example.com, 250",
        "alice, alice@example.com, Support <support@example.com>, 250",
        "alice, support@example.com, support@example.com, 250",
        "alice, '', support@example.com, 250",
        "alice, support@example.com, help@example.com, 250",
        "bob, bob@example.com, Boss <boss@example.com>, 250",
        "alice, alice@example.com, '\t Alice <alice@example.com>\t ', 250",
        "alice, alice@example.com, '\r\n\tAlice\r\n <alice@example.com>\r\n\t', 250",
        "alice, alice@example.com, boss@example.com, 550",
        "alice, support@example.com, boss@example.com, 550",
        "alice, '', boss@example.com, 550",
        "alice, support@example.com, ceo@elsewhere.net, 550",
        "bob, bob@example.com, support@example.com, 550",
        "bob, bob@example.com, help@example.com, 550",
    })
    void theHeadersAreChecked(String user, String sender, String from, String code)
            throws Exception {
        try (SubmissionPort.Client client = PORTS.verifying().login(user)) {
            assertThat(client.send(sender, CUSTOMER, message("From: " + from))).startsWith(code);
        }
        assertThat(PORTS.verifying().spooledMails()).isEqualTo(code.equals("250") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: x",
                "From: support@example.com\r\nFrom: boss@example.com",
                "From: boss@example.com\r\nFrom: support@example.com",
                "From: support@example.com\r\nFrom : boss@example.com",
                "From: support@example.com\r\nfrom\t: boss@example.com",
                "From: support@example.com\r\nF\u00A0rom: x\r\nFrom\u00A0: boss@example.com",
                "From: support@example.com\r\nFrom\r\n : boss@example.com",
                " From: boss@example.com\r\nFrom: support@example.com\r\nfrom: x@example.com",
                "From: support@example.com\r\n , boss@example.com",
                "From: support@example.com, boss@example.com",
                "From: team: support@example.com;",
                "From: \"boss@example.com\" <support@example.com>",
                "From: support@example.com\r\nResent-From: boss@example.com",
                "From: support@example.com\r\nResent-Sender : boss@example.com",
                "From: support@example.com\r\nX: a\rFrom: boss@example.com",
                "From: support@example.com\r\nX: a\r\rb\r\nFrom: boss@example.com",
                "From: support@example.com\r\nX: a\r\r\nFrom: boss@example.com",
                "From: support@example.com\0, boss@example.com",
                "From: \u001B$B!w <support@example.com>",
                "From:\u001B$B!w <support@example.com>",
                "From: \bsupport@example.com",
                "From: support@example.com\f",
                "From: support@example.com\u001B\r\n ",
                "From: support@example.com\u001F ",
                "From: =?utf-8?B?Ym9zc0BleGFtcGxlLmNvbQ==?= <support@example.com>",
            })
    void forgedHeadersAreRefused(String headers) throws Exception {
        try (SubmissionPort.Client client = PORTS.verifying().login("alice")) {
            assertThat(client.send(SUPPORT, CUSTOMER, message(headers))).startsWith("550 5.7.1 ");
        }
        assertThat(PORTS.verifying().spooledMails()).isZero();
    }

    static Stream<Arguments> excessiveHeaders() {
        String addresses = "The headers From, Sender, Resent-From and Resent-Sender are too long";
        return Stream.of(
                Arguments.of("a long From", "From: " + ALICE + "\r\n x".repeat(1000), addresses),
                Arguments.of(
                        "many headers",
                        ("Sender: " + ALICE + "\r\n").repeat(51) + "From: " + ALICE,
                        addresses),
                Arguments.of(
                        "long headers",
                        ("Sender: " + "x".repeat(3000) + "\r\n").repeat(4) + "From: " + ALICE,
                        addresses),
                Arguments.of(
                        "a long section",
                        "From: " + ALICE + "\r\n" + "X: y\r\n".repeat(200_000) + "Y: z",
                        "The headers are missing or too long, or contain a bare CR, a bare LF or"
                                + " a NUL"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("excessiveHeaders")
    void excessiveHeadersAreRefused(String what, String headers, String reason) throws Exception {
        for (SubmissionPort each : List.of(PORTS.verifying(), PORTS.unverified())) {
            try (SubmissionPort.Client client = each.login("alice")) {
                assertThat(client.send(ALICE, CUSTOMER, message(headers)))
                        .startsWith("550 5.7.1 " + reason);
            }
        }
        assertThat(PORTS.verifying().spooledMails()).isZero();
    }

    @ParameterizedTest(name = "unverified: {0} sends from <{1}> with From: {2}: {3}")
    @CsvSource({
        "bob, bob@example.com, ceo@elsewhere.net, 250",
        "bob, ceo@elsewhere.net, alice@example.com, 250",
        "bob, '', bob@example.com, 250",
        "bob, bob@example.com, 'x@elsewhere.net, alice@example.com', 250",
        "bob, bob@example.com, support@example.com, 550",
        "bob, bob@example.com, help@example.com, 550",
        "bob, bob@example.com, support+x@example.com, 550",
        "bob, support+x@example.com, bob@example.com, 550",
        "bob, bob@example.com, bob+x@example.com, 250",
        "bob, bob@example.com, 'x@elsewhere.net, support@example.com', 550",
        "bob, bob@example.com, \"support\"@example.com, 550",
        "bob, support@example.com, bob@example.com, 550",
        "bob, bob@example.com, boss@example.com, 250",
        "alice, bob@example.com, boss@example.com, 550",
        "alice, alice@example.com, support@example.com, 250",
        "bob, '\"support\"@example.com', bob@example.com, 550",
        "bob, '\"sup\\port+x\"@example.com', bob@example.com, 550",
        "bob, bob@example.com, support @ example . com, 550",
        "bob, bob@example.com, support@example. com, 550",
        "bob, bob@example.com, support@ example .com, 550",
        "bob, bob@example.com, bob . jones @ acme . com, 250",
        "bob, bob@example.com, Bob @ St. Clair <bob@example.com>, 250",
        "bob, bob@example.com, Alice @ Example. Com <x@elsewhere.net>, 250",
        "bob, bob@example.com, support @ example. com <x@elsewhere.net>, 550",
        "bob, bob@example.com, =?x-foo?Q?support=40example.com?=, 550",
        "bob, bob@example.com, support\u001B$B!w\u001B(Bexample.com, 550",
        "bob, bob@example.com, support@example\u00E3\u0080\u0082com, 550",
        "bob, bob@example.com, x@example\u00E3\u0080\u0082com, 250",
    })
    void withoutVerifyIdentityOnlyGuardedMailboxesAreChecked(
            String user, String sender, String from, String code) throws Exception {
        try (SubmissionPort.Client client = PORTS.unverified().login(user)) {
            assertThat(client.send(sender, CUSTOMER, message("From: " + from))).startsWith(code);
        }
    }
}
