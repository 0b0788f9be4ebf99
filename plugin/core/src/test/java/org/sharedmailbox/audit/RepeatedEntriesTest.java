/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepeatedEntriesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final RepeatedEntries<String> entries = new RepeatedEntries<>();

    @Test
    void equalOnesAreRecordedOnceAMinuteWithTheNumberOfThoseLeftOut() {
        assertThat(entries.count("a", NOON)).hasValue(0);
        assertThat(entries.count("a", NOON)).isEmpty();
        assertThat(entries.count("a", NOON.plusMillis(59_999))).isEmpty();

        assertThat(entries.count("a", NOON.plusSeconds(60))).hasValue(2);
        assertThat(entries.count("a", NOON.plusSeconds(119))).isEmpty();
        assertThat(entries.count("a", NOON.plusSeconds(120))).hasValue(1);
        assertThat(entries.count("a", NOON.plusSeconds(200))).hasValue(0);
    }

    @Test
    void eachKindIsCountedByItself() {
        entries.count("a", NOON);

        assertThat(entries.count("b", NOON)).hasValue(0);
        assertThat(entries.count("a", NOON)).isEmpty();
    }

    @Test
    void oneThatCouldNotBeRecordedIsMadeUpForByTheNext() {
        entries.count("a", NOON);
        entries.notRecorded("a");

        assertThat(entries.count("a", NOON)).hasValue(1);
        assertThat(entries.count("a", NOON)).isEmpty();
    }

    @Test
    void aNumberIsNotLostWithTheEntryThatWasToTellIt() {
        entries.count("a", NOON);
        entries.count("a", NOON);
        assertThat(entries.count("a", NOON.plusSeconds(60))).hasValue(1);
        entries.notRecorded("a");

        assertThat(entries.count("a", NOON.plusSeconds(60))).hasValue(2);
    }

    @Test
    void aClockThatIsSetBackSilencesNobody() {
        entries.count("a", NOON);

        assertThat(entries.count("a", NOON.minusSeconds(3600))).hasValue(0);
    }

    @Test
    void twoAtOnceAreOneEntryInWhicheverOrderTheyCome() {
        assertThat(entries.count("a", NOON)).hasValue(0);

        assertThat(entries.count("a", NOON.minusNanos(1))).isEmpty();
        assertThat(entries.count("a", NOON.plusSeconds(60))).hasValue(1);
    }

    @Test
    void theNumberIsStillToldAfterAnHour() {
        entries.count("a", NOON);
        entries.count("a", NOON);

        assertThat(entries.count("a", NOON.plusSeconds(3600))).hasValue(1);
    }
}
