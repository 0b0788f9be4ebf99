/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sharedmailbox.it.benchmark.Figures;
import org.sharedmailbox.it.benchmark.Operation;
import org.sharedmailbox.it.benchmark.Samples;

/** How what something costs grows with its size. Not thread-safe. */
final class Growth {
    private static final Duration WARM_UP = Duration.ofMillis(1_000);
    private static final Duration MEASURED = Duration.ofMillis(1_500);
    private static final int MIN_SAMPLES = 5;

    /** What is measured here twice may differ by as much. */
    private static final double MAX_RATIO = 1.25;

    private final String name;
    private final Map<Integer, Double> micros = new TreeMap<>();

    Growth(String name) {
        this.name = name;
    }

    /** Measures the operation, which does that much of it. */
    void measure(int size, Operation operation) {
        samples(operation, WARM_UP, 1);
        micros.put(size, samples(operation, MEASURED, MIN_SAMPLES).medianMicros());
    }

    private static Samples samples(Operation operation, Duration time, int atLeast) {
        Samples samples = new Samples();
        long end = System.nanoTime() + time.toNanos();
        while (samples.size() < atLeast || System.nanoTime() < end) {
            operation.prepare();
            long started = System.nanoTime();
            operation.run();
            samples.add(System.nanoTime() - started);
        }
        return samples;
    }

    /** Adds a row with the cost of one at each size. */
    void addTo(Figures figures) {
        String each =
                micros.entrySet().stream()
                        .map(
                                entry ->
                                        String.format(
                                                Locale.ROOT,
                                                "%,d: %,.0f",
                                                entry.getKey(),
                                                entry.getValue() / entry.getKey()))
                        .collect(Collectors.joining("; "));
        figures.add(name, each + " µs", "not rising", !isSuperlinear());
    }

    /** Decides whether one costs more at any size than it did at any smaller one. */
    private boolean isSuperlinear() {
        double least = Double.MAX_VALUE;
        for (Map.Entry<Integer, Double> entry : micros.entrySet()) {
            double each = entry.getValue() / entry.getKey();
            if (each > MAX_RATIO * least) {
                return true;
            }
            least = Math.min(least, each);
        }
        return false;
    }
}
