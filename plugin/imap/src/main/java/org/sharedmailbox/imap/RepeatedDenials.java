/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps equal refusals from filling the audit log: of each kind one a minute is recorded, with how
 * many were left out before it. It remembers the kinds of the last hour, and not more than some
 * thousand of them; what is forgotten is recorded again, with no number. Safe for use by many
 * threads.
 */
final class RepeatedDenials {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_KINDS = 10_000;

    private final Cache<Denial, Recent> recent =
            Caffeine.newBuilder().expireAfterAccess(LONGEST).maximumSize(MOST_KINDS).build();

    /**
     * Counts one more.
     *
     * @return how many were left out since the last that was recorded; empty if this one is to be
     *     left out too
     */
    OptionalLong count(Denial denial, Instant now) {
        Recent counted =
                recent.asMap()
                        .compute(
                                denial,
                                (same, before) ->
                                        before == null || before.isOver(now)
                                                ? Recent.recorded(now, before)
                                                : before.oneMore());
        return counted.leftOut == 0 ? OptionalLong.of(counted.leftOutBefore) : OptionalLong.empty();
    }

    /** Of one that was to be recorded and could not be: the next one is to be. */
    void notRecorded(Denial denial) {
        recent.invalidate(denial);
    }

    /** When one was recorded, and how many were left out before it and since. Immutable. */
    private static final class Recent {
        private final Instant recordedAt;
        private final long leftOutBefore;
        private final long leftOut;

        private Recent(Instant recordedAt, long leftOutBefore, long leftOut) {
            this.recordedAt = recordedAt;
            this.leftOutBefore = leftOutBefore;
            this.leftOut = leftOut;
        }

        static Recent recorded(Instant now, @Nullable Recent before) {
            return new Recent(now, before == null ? 0 : before.leftOut, 0);
        }

        Recent oneMore() {
            return new Recent(recordedAt, leftOutBefore, leftOut + 1);
        }

        /** A clock that was set back does not silence anybody. */
        boolean isOver(Instant now) {
            return now.isBefore(recordedAt) || !now.isBefore(recordedAt.plus(PERIOD));
        }
    }
}
