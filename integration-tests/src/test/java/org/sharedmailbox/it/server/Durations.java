/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/** How long the repetitions of something took, sorted. */
public final class Durations {
    private final long[] nanos;

    private Durations(long[] nanos) {
        this.nanos = nanos;
    }

    /** Does something so many times, one after the other. */
    public static Durations of(int times, Runnable command) {
        return of(times, command, () -> {});
    }

    /**
     * Does something so many times.
     *
     * @param settling waits, each time, until the server has done with it; does not count
     */
    public static Durations of(int times, Runnable command, Runnable settling) {
        long[] nanos = new long[times];
        for (int n = 0; n < times; n++) {
            long started = System.nanoTime();
            command.run();
            nanos[n] = System.nanoTime() - started;
            settling.run();
        }
        Arrays.sort(nanos);
        return new Durations(nanos);
    }

    /**
     * Measures, and a second time if anything took so long: what the machine does beside may keep
     * somebody waiting once, while a server that makes people wait does so again.
     */
    public static Durations againFrom(Duration limit, Supplier<Durations> measuring) {
        Durations first = measuring.get();
        return first.longest().compareTo(limit) < 0 ? first : measuring.get();
    }

    public Duration median() {
        return Duration.ofNanos(nanos[nanos.length / 2]);
    }

    public Duration longest() {
        return Duration.ofNanos(nanos[nanos.length - 1]);
    }

    /** Median and longest, in microseconds. */
    @Override
    public String toString() {
        return median().toNanos() / 1_000 + " us, longest " + longest().toNanos() / 1_000 + " us";
    }
}
