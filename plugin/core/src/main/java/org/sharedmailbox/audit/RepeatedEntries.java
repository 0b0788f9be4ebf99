/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps equal entries from filling the audit log: of each kind one entry a minute is recorded, with
 * the number of those that were left out before it. At most {@value #MAX_KINDS} kinds are
 * remembered; the next entry of a kind that was forgotten is recorded without a number.
 * Thread-safe.
 *
 * @param <K> the kind of an entry, equal for entries that are the same; needs {@code equals} and
 *     {@code hashCode}
 */
public final class RepeatedEntries<K> {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MAX_KINDS = 10_000;

    private final Cache<K, Recent> recent = Caffeine.newBuilder().maximumSize(MAX_KINDS).build();

    /**
     * Counts one more entry.
     *
     * @return the number of entries left out since the last one that was recorded; empty if this
     *     one is to be left out as well
     */
    public OptionalLong count(K kind, Instant now) {
        Recent counted =
                recent.asMap()
                        .compute(
                                kind,
                                (same, before) ->
                                        before == null || before.isOver(now)
                                                ? Recent.recorded(now, before)
                                                : before.oneMore());
        return counted.leftOut == 0 ? OptionalLong.of(counted.leftOutBefore) : OptionalLong.empty();
    }

    /**
     * Takes back that an entry was recorded, because writing it failed: the next one of its kind is
     * recorded at once, and counts this one among those that were left out.
     */
    public void notRecorded(K kind) {
        recent.asMap().computeIfPresent(kind, (same, counted) -> counted.unrecorded());
    }

    /**
     * The time at which an entry was recorded, and how many were left out before it and since.
     * Immutable.
     */
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

        Recent unrecorded() {
            return new Recent(Instant.MIN, 0, leftOutBefore + leftOut + 1);
        }

        /**
         * Decides whether the next entry is due. A clock that was set back must not silence the
         * log; but a little earlier is no such clock: callers read theirs before they get here, so
         * two at once may come in the wrong order.
         */
        boolean isOver(Instant now) {
            return recordedAt.equals(Instant.MIN) // nothing can be taken from it
                    || now.isBefore(recordedAt.minus(PERIOD))
                    || !now.isBefore(recordedAt.plus(PERIOD));
        }
    }
}
