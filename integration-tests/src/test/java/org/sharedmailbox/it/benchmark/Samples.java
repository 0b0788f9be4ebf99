/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long the repetitions of one operation took, in nanoseconds. Not thread-safe. */
public final class Samples {
    private final List<Double> batches = new ArrayList<>();

    private long[] nanos = new long[64];
    private int size;
    private int startOfBatch;

    /** Adds one. */
    public void add(long taken) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = taken;
    }

    /** Notes that what comes next is measured at another time. */
    void endBatch() {
        batches.add(quantile(Arrays.copyOfRange(nanos, startOfBatch, size), 0.5));
        startOfBatch = size;
    }

    /** Adds all of the others, as if measured at the same time. */
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
        return quantile(Arrays.copyOf(nanos, size), part);
    }

    /** Returns how many times as much as the other the batches took, each beside its neighbour. */
    double quantileOfRatios(Samples other, double part) {
        double[] ratios = new double[batches.size()];
        Arrays.setAll(ratios, batch -> batches.get(batch) / other.batches.get(batch));
        Arrays.sort(ratios);
        return ratios[index(ratios.length, part)];
    }

    private static double quantile(long[] taken, double part) {
        Arrays.sort(taken);
        return taken[index(taken.length, part)] / 1_000.0;
    }

    private static int index(int size, double part) {
        return (int) Math.min(size - 1, Math.floor(part * size));
    }

    /** Median, quartiles and number, in microseconds. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f (%.0f–%.0f; %d)",
                medianMicros(),
                quantileMicros(0.25),
                quantileMicros(0.75),
                size);
    }
}
