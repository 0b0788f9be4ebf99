/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Bounds how many entries of the audit log somebody can cause who tries again and again: one a
 * minute for refusals that are alike; the next one tells how many there were between. Safe for use
 * by many threads.
 */
final class RefusalRate {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int MOST_KINDS = 10_000;

    private final Clock clock;
    private final Cache<String, Told> told =
            CacheBuilder.newBuilder().maximumSize(MOST_KINDS).build();

    RefusalRate(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param kind equal for refusals that are alike
     * @return how many of them were kept back since the last that was told; empty to keep this one
     *     back too
     */
    OptionalLong tell(String kind) {
        Instant now = clock.instant();
        Told entry =
                told.asMap()
                        .compute(
                                kind,
                                (same, last) ->
                                        last == null || !now.isBefore(last.at.plus(INTERVAL))
                                                ? new Told(now, 0, last == null ? 0 : last.since)
                                                : new Told(last.at, last.since + 1, -1));
        return entry.before < 0 ? OptionalLong.empty() : OptionalLong.of(entry.before);
    }

    private static final class Told {
        private final Instant at;
        private final long since;
        private final long before;

        Told(Instant at, long since, long before) {
            this.at = at;
            this.since = since;
            this.before = before;
        }
    }
}
