/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.People;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;

/** The clock decides at every command of a submission; the end does not belong to it. */
class ValidityTest extends SubmissionFixture {
    private static final Instant BEGIN = NOON.plusSeconds(60);
    private static final Instant END = NOON.plusSeconds(120);
    private static final String MESSAGE = "From: support@example.com\r\n\r\nHello";

    @BeforeEach
    void aliceSendsForAMinute() {
        server.grant(
                People.SUPPORT,
                People.ALICE,
                Validity.of(Optional.of(BEGIN), Optional.of(END)),
                DelegationRight.SEND_AS);
    }

    @ParameterizedTest(name = "{0} {1} ms: {2}")
    @CsvSource({
        "begin, -1000, false",
        "begin, -1, false",
        "begin, 0, true",
        "begin, 1, true",
        "begin, 1000, true",
        "end, -1000, true",
        "end, -1, true",
        "end, 0, false",
        "end, 1, false",
        "end, 1000, false",
    })
    void aMail(String edge, long millis, boolean holds) throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            // What is read before the edge is in the caches.
            client.say("MAIL FROM:<support@example.com>");
            client.say("RSET");
            server.clock.set((edge.equals("begin") ? BEGIN : END).plusMillis(millis));

            for (String envelope : List.of(SUPPORT, ALICE)) {
                assertThat(client.send(envelope, CUSTOMER, MESSAGE))
                        .as(envelope)
                        .startsWith(holds ? "250 " : REFUSED);
            }
        }
        assertThat(port.spooledMails()).isEqualTo(holds ? 2 : 0);
    }

    /** The end comes before that command of a mail. */
    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA"})
    void anEndInTheMiddleOfAMail(String before) throws Exception {
        server.clock.set(END.minusMillis(1));
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.say("MAIL FROM:<support@example.com>")).startsWith("250");
            if (before.equals("RCPT")) {
                server.clock.set(END);
                assertThat(client.say("RCPT TO:<customer@elsewhere.net>")).isEqualTo(REFUSED);
                return;
            }
            assertThat(client.say("RCPT TO:<customer@elsewhere.net>")).startsWith("250");
            client.say("DATA");
            server.clock.set(END);
            assertThat(client.raw(MESSAGE + "\r\n.\r\n")).isEqualTo(REFUSED);
        }
        assertThat(port.spooledMails()).isZero();
    }
}
