/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notices that this process has stood still, by a beat that was missing for a while. Times are
 * those of one monotonic timer, in nanoseconds. Thread-safe.
 */
final class Pulse {
    private final long standstill;

    /** Every command of everybody reads these two, so without a lock. */
    private volatile @Nullable Long last;

    private volatile Optional<Long> woken = Optional.empty();

    Pulse(Duration standstill) {
        this.standstill = standstill.toNanos();
    }

    synchronized void beat(long now) {
        if (isOlder(standstill, now)) {
            woken = Optional.of(now);
        }
        // Last: who reads the new beat knows of what came before it.
        Long before = last;
        if (before == null || now - before > 0) {
            last = now;
        }
    }

    /**
     * Returns when it was noticed last that this process had stood still; empty if it never has.
     * Counts as a beat itself, where one is due: who asks may be the first to run.
     */
    Optional<Long> lastStandstill(long now) {
        if (isOlder(standstill / 2, now)) {
            beat(now);
        }
        return woken;
    }

    private boolean isOlder(long age, long now) {
        Long before = last;
        return before != null && now - before > age;
    }
}
