/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.time.Duration;

/**
 * For how long nobody listens after news, so that what comes meanwhile is one look: caches are not
 * to be dropped all the time. Grows while news keeps coming, which anybody can cause who shares
 * their own folders to and fro; stays well below the second in which a change has to show.
 */
final class NewsGap {
    static final Duration SHORTEST = Duration.ofMillis(100);
    static final Duration LONGEST = Duration.ofMillis(500);

    private Duration gap = Duration.ZERO;
    private long heardAt;

    /**
     * Returns how long to wait after news of that moment.
     *
     * @param now by {@link System#nanoTime}
     */
    Duration after(long now) {
        boolean lasting = now - heardAt <= gap.plus(LONGEST).toNanos();
        if (gap.isZero() || !lasting) {
            gap = SHORTEST;
        } else {
            Duration doubled = gap.multipliedBy(2);
            gap = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        }
        heardAt = now;
        return gap;
    }
}
