/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long an operation takes that is done again and again. */
final class Repetition {
    private static final long WARM_UP = Duration.ofMillis(500).toNanos();
    private static final long MEASURED = Duration.ofMillis(1_000).toNanos();

    private Repetition() {}

    /** Returns the median in microseconds; what takes long is done once and no more. */
    static double medianMicros(Runnable operation) {
        repeat(operation, WARM_UP);
        List<Long> taken = repeat(operation, MEASURED);
        Collections.sort(taken);
        return taken.get(taken.size() / 2) / 1_000.0;
    }

    private static List<Long> repeat(Runnable operation, long atLeast) {
        List<Long> taken = new ArrayList<>();
        long begun = System.nanoTime();
        do {
            long started = System.nanoTime();
            operation.run();
            taken.add(System.nanoTime() - started);
        } while (System.nanoTime() - begun < atLeast);
        return taken;
    }
}
