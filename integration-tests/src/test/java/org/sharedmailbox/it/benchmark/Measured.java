/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.Locale;

/** What came out of a {@link Comparison}. Immutable. */
public final class Measured {
    private final String name;
    private final Goal goal;
    private final Samples baseline;
    private final Samples compared;

    Measured(String name, Goal goal, Samples baseline, Samples compared) {
        this.name = name;
        this.goal = goal;
        this.baseline = baseline;
        this.compared = compared;
    }

    private double ratio() {
        return compared.medianMicros() / baseline.medianMicros();
    }

    private boolean meetsGoal() {
        return goal.isMetBy(baseline.medianMicros(), compared.medianMicros());
    }

    /** Adds a row with both, in milliseconds. */
    public void addTo(Figures figures) {
        String measured =
                String.format(
                        Locale.ROOT,
                        "%.2f / %.2f ms = %.2f (n = %d)",
                        compared.medianMicros() / 1_000,
                        baseline.medianMicros() / 1_000,
                        ratio(),
                        compared.size());
        figures.add(name, measured, goal.toString(), meetsGoal());
    }

    /** Returns the row of a table in Markdown. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %+.0f | %s | %s |",
                name,
                text(baseline),
                text(compared),
                ratio(),
                compared.medianMicros() - baseline.medianMicros(),
                goal,
                meetsGoal() ? "met" : "**missed**");
    }

    private static String text(Samples samples) {
        return String.format(
                Locale.ROOT,
                "%.0f (%.0f–%.0f; %d)",
                samples.medianMicros(),
                samples.quantileMicros(0.25),
                samples.quantileMicros(0.75),
                samples.size());
    }
}
