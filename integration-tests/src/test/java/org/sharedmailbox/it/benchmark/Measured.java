/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.Locale;

/** What came out of a {@link Comparison}. Immutable. */
public final class Measured {
    static final String HEAD =
            "| operation | baseline, µs: median (quartiles; samples) | compared |"
                    + " ratio (quartiles) | more, µs | goal | |\n"
                    + "| --- | --- | --- | --- | --- | --- | --- |";

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

    /** Returns the row of a table in Markdown. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %+.0f | %s | %s |",
                name,
                baseline,
                compared,
                Ratio.of(baseline, compared),
                compared.medianMicros() - baseline.medianMicros(),
                goal,
                Goal.verdict(plotted().isMet()));
    }

    /** Adds a row with both, in milliseconds. */
    public void addTo(Figures figures) {
        String measured =
                String.format(
                        Locale.ROOT,
                        "%.2f / %.2f ms = %s (n = %d)",
                        compared.medianMicros() / 1_000,
                        baseline.medianMicros() / 1_000,
                        Ratio.of(baseline, compared),
                        compared.size());
        figures.add(name, measured, goal.toString(), plotted().isMet());
    }

    /** Returns the line of the plot. */
    PlottedRatio plotted() {
        return new PlottedRatio(
                name, Ratio.of(baseline, compared), goal.ratioTo(baseline.medianMicros()));
    }

    /** Returns a row about the first of the two alone. */
    String rowOfBaseline(String itsName, double maxMicros) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | | | | ≤ %.0f µs | %s |",
                itsName,
                baseline,
                maxMicros,
                Goal.verdict(baseline.medianMicros() <= maxMicros));
    }
}
