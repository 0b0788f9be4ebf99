/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.time.Duration;

/** Two operations that are measured side by side, and what the second may cost. */
public final class Comparison {
    /** Two of these, one after the other, see the same of whatever else the machine does. */
    private static final Duration BATCH = Duration.ofMillis(60);

    private static final Duration WARM_UP = Duration.ofMillis(1_500);
    private static final int BATCHES = 20;
    private static final int MIN_PER_BATCH = 1;
    private static final int MAX_PER_BATCH = 400;

    private final String name;
    private final Operation baseline;
    private final Operation compared;
    private final Goal goal;

    private Comparison(String name, Operation baseline, Operation compared, Goal goal) {
        this.name = name;
        this.baseline = baseline;
        this.compared = compared;
        this.goal = goal;
    }

    /** Compares the second with the first. */
    public static Comparison of(String name, Goal goal, Operation baseline, Operation compared) {
        return new Comparison(name, baseline, compared, goal);
    }

    String name() {
        return name;
    }

    /** Measures both in batches that alternate. */
    public Measured measure() {
        int perBatch = Math.min(warmUp(baseline), warmUp(compared));
        Samples before = new Samples();
        Samples after = new Samples();
        for (int batch = 0; batch < BATCHES; batch++) {
            // Whoever is first in a pair has it colder.
            boolean turned = batch % 2 == 1;
            repeat(turned ? compared : baseline, perBatch, turned ? after : before);
            repeat(turned ? baseline : compared, perBatch, turned ? before : after);
        }
        return new Measured(name, goal, before, after);
    }

    /** Returns how often the operation can be done in a batch. */
    private static int warmUp(Operation operation) {
        Samples samples = new Samples();
        long end = System.nanoTime() + WARM_UP.toNanos();
        do {
            repeat(operation, 1, samples);
        } while (System.nanoTime() < end);
        double perBatch = BATCH.toNanos() / 1_000.0 / samples.medianMicros();
        return (int) Math.max(MIN_PER_BATCH, Math.min(MAX_PER_BATCH, perBatch));
    }

    private static void repeat(Operation operation, int times, Samples samples) {
        for (int n = 0; n < times; n++) {
            operation.prepare();
            long started = System.nanoTime();
            operation.run();
            samples.add(System.nanoTime() - started);
        }
    }
}
