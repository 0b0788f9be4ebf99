/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import java.time.Duration;
import java.time.Instant;

/** The minute within which entries that are too many are counted instead of recorded. */
final class CountedMinute {
    private static final Duration LENGTH = Duration.ofMinutes(1);

    private CountedMinute() {}

    /**
     * Decides whether the minute that began then is over. A clock that was set back must not
     * silence the log; but a little earlier is no such clock, because two at once may come in the
     * wrong order.
     */
    static boolean isOver(Instant start, Instant now) {
        return now.isBefore(start.minus(LENGTH)) || !now.isBefore(start.plus(LENGTH));
    }
}
