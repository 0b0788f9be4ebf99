/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.Arrays;

/** How long the repetitions of one operation took, in nanoseconds. Not thread-safe. */
final class Samples {
    private long[] nanos = new long[64];
    private int size;

    void add(long taken) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = taken;
    }

    int size() {
        return size;
    }

    double medianMicros() {
        return quantileMicros(0.5);
    }

    /** Returns the value that this part of the samples does not exceed, e.g. 0.25. */
    double quantileMicros(double part) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1, Math.floor(part * size))] / 1_000.0;
    }
}
