/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.List;

/** Two operations that are measured side by side, and what the second may cost. */
public final class Comparison {
    private final String name;
    private final Alternation alternation;
    private final Goal goal;

    private Comparison(String name, Alternation alternation, Goal goal) {
        this.name = name;
        this.alternation = alternation;
        this.goal = goal;
    }

    /** Compares the second with the first. */
    public static Comparison of(String name, Goal goal, Operation baseline, Operation compared) {
        return new Comparison(name, Alternation.of(baseline, compared), goal);
    }

    String name() {
        return name;
    }

    /** Does both without measuring, so that they are measured at their usual speed. */
    public void warmUp() {
        alternation.warmUp();
    }

    /** Measures both in batches that alternate. */
    public Measured measure() {
        List<Samples> samples = alternation.measure();
        return new Measured(name, goal, samples.get(0), samples.get(1));
    }
}
