/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatedDenialsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Denial DENIAL = denial("alice", "support", "EXPUNGE", "INBOX");

    private final RepeatedDenials denials = new RepeatedDenials();

    @Test
    void equalOnesAreRecordedOnceAMinuteWithTheNumberOfThoseLeftOut() {
        assertThat(denials.count(DENIAL, NOON)).hasValue(0);
        assertThat(denials.count(DENIAL, NOON)).isEmpty();
        assertThat(denials.count(DENIAL, NOON.plusMillis(59_999))).isEmpty();

        assertThat(denials.count(DENIAL, NOON.plusSeconds(60))).hasValue(2);
        assertThat(denials.count(DENIAL, NOON.plusSeconds(119))).isEmpty();
        assertThat(denials.count(DENIAL, NOON.plusSeconds(120))).hasValue(1);
        assertThat(denials.count(DENIAL, NOON.plusSeconds(200))).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "bob, support, EXPUNGE, INBOX",
        "alice, sales, EXPUNGE, INBOX",
        "alice, support, STORE, INBOX",
        "alice, support, EXPUNGE, Archive",
    })
    void whatDiffersInAnythingIsRecorded(
            String member, String owner, String command, String folder) {
        denials.count(DENIAL, NOON);

        assertThat(denials.count(denial(member, owner, command, folder), NOON)).hasValue(0);
        assertThat(denials.count(DENIAL, NOON)).isEmpty();
    }

    @Test
    void whatCouldNotBeRecordedIsRecordedTheNextTime() {
        denials.count(DENIAL, NOON);
        denials.notRecorded(DENIAL);

        assertThat(denials.count(DENIAL, NOON)).hasValue(0);
    }

    @Test
    void aClockThatIsSetBackSilencesNobody() {
        denials.count(DENIAL, NOON);

        assertThat(denials.count(DENIAL, NOON.minusSeconds(3600))).hasValue(0);
    }

    private static Denial denial(String member, String owner, String command, String folder) {
        return Denial.of(
                Username.of(member + "@example.com"),
                Username.of(owner + "@example.com"),
                command,
                folder);
    }
}
