/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.time.Duration;
import org.awaitility.Awaitility;

/** What everybody does at the moment, and how long. Thread-safe. */
final class Shift {
    /** Whether commands are timed, and what else goes on. */
    enum Phase {
        UNTIMED,
        ALONE,
        WITH_ADMINISTRATORS
    }

    private volatile Phase phase = Phase.UNTIMED;
    private volatile boolean over;

    Phase phase() {
        return phase;
    }

    boolean isOver() {
        return over;
    }

    /** Has another phase begin. */
    void begin(Phase next) {
        phase = next;
    }

    /** Has a phase last that long. */
    void passes(Phase next, Duration time) {
        begin(next);
        Awaitility.await().pollDelay(time).atMost(time.multipliedBy(2)).until(() -> true);
        begin(Phase.UNTIMED);
    }

    /** Has everybody go home, after their last command. */
    void end() {
        over = true;
    }
}
