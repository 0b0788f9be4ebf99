/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.List;

/** Two operations that are measured side by side, and what the second may cost. */
public final class Comparison {
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
        List<Samples> samples = Alternation.of(baseline, compared).measure();
        return new Measured(name, goal, samples.get(0), samples.get(1));
    }
}
