/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RefusalRateTest {
    private Instant now = Company.NOW;
    private final RefusalRate rate =
            new RefusalRate(
                    new Clock() {
                        @Override
                        public ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }

                        @Override
                        public Instant instant() {
                            return now;
                        }
                    });

    @Test
    void oneOfAKindIsToldEachMinuteAndTheNextCountsTheOthers() {
        assertThat(rate.tell("a")).hasValue(0);
        assertThat(rate.tell("a")).isEmpty();
        assertThat(rate.tell("b")).hasValue(0);
        now = now.plus(Duration.ofSeconds(59));
        assertThat(rate.tell("a")).isEmpty();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(rate.tell("a")).hasValue(2);
        assertThat(rate.tell("a")).isEmpty();
        now = now.plus(Duration.ofHours(1));
        assertThat(rate.tell("a")).hasValue(1);
    }
}
