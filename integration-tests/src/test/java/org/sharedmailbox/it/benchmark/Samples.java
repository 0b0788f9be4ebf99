/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.Arrays;

/** How long the repetitions of one operation took, in nanoseconds. Not thread-safe. */
public final class Samples {
    private long[] nanos = new long[64];
    private int size;

    /** Adds one. */
    public void add(long taken) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = taken;
    }

    /** Adds all of the others. */
    public void addAll(Samples others) {
        for (int n = 0; n < others.size; n++) {
            add(others.nanos[n]);
        }
    }

    /** Returns how many there are. */
    public int size() {
        return size;
    }

    /** Returns the median in microseconds. */
    public double medianMicros() {
        return quantileMicros(0.5);
    }

    /** Returns the value that this part of the samples does not exceed, e.g. 0.25. */
    public double quantileMicros(double part) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1, Math.floor(part * size))] / 1_000.0;
    }
}
