/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Operations that are measured in batches that alternate, so that all see the same of whatever else
 * the machine does.
 */
final class Alternation {
    private static final Duration BATCH = Duration.ofMillis(60);

    private static final int BATCHES = Integer.getInteger("benchmark.batches", 14);

    /** To see how long one takes, just before it is measured. */
    private static final Duration TRIAL = Duration.ofMillis(25L * BATCHES);

    /** As long as Java still compiles what an operation uses, it takes longer, and not evenly. */
    private static final int WARM = 10_000;

    private static final Duration WARM_UP = Duration.ofMillis(70L * BATCHES);

    /** Where one repetition takes seconds, there are fewer batches. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final int MIN_BATCHES = Math.min(3, BATCHES);
    private static final int MIN_PER_BATCH = 1;
    private static final int MAX_PER_BATCH = 400;

    private final List<Operation> operations;

    private Alternation(List<Operation> operations) {
        this.operations = operations;
    }

    static Alternation of(Operation... operations) {
        return new Alternation(List.of(operations));
    }

    /** Does all of them for a while; to be called several times, so that all rows take turns. */
    void warmUp() {
        for (Operation operation : operations) {
            Samples samples = new Samples();
            long end = System.nanoTime() + WARM_UP.toNanos();
            do {
                repeat(operation, 1, samples);
            } while (samples.size() < WARM && System.nanoTime() < end);
        }
    }

    /** Measures all of them, each as often as the others, and returns what each took. */
    List<Samples> measure() {
        int perBatch = operations.stream().mapToInt(Alternation::perBatch).min().orElseThrow();
        List<Samples> all =
                Stream.generate(Samples::new).limit(operations.size()).collect(Collectors.toList());
        long end = System.nanoTime() + LONG.toNanos();
        for (int batch = 0; batch < BATCHES; batch++) {
            if (batch >= MIN_BATCHES && System.nanoTime() > end) {
                break;
            }
            for (int turn = 0; turn < operations.size(); turn++) {
                // Whoever is first has it colder.
                int next = (turn + batch) % operations.size();
                repeat(operations.get(next), perBatch, all.get(next));
                all.get(next).endBatch();
            }
        }
        return all;
    }

    /** Returns how often the operation can be done in a batch. */
    private static int perBatch(Operation operation) {
        Samples samples = new Samples();
        long end = System.nanoTime() + TRIAL.toNanos();
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
