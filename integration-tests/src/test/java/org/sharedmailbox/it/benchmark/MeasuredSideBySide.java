/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.Locale;

/** What came out of a {@link SideBySide}. The goal is to have the lower ratio. Immutable. */
final class MeasuredSideBySide {
    static final String HEAD =
            "| operation | Dovecot own, µs: median (quartiles; samples) | Dovecot shared"
                    + " | its ratio (quartiles) | James own | James shared | its ratio"
                    + " | James / Dovecot, shared | lower ratio |\n"
                    + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |";

    private final String name;
    private final Samples first;
    private final Samples second;
    private final Samples firstOnJames;
    private final Samples secondOnJames;

    MeasuredSideBySide(
            String name,
            Samples first,
            Samples second,
            Samples firstOnJames,
            Samples secondOnJames) {
        this.name = name;
        this.first = first;
        this.second = second;
        this.firstOnJames = firstOnJames;
        this.secondOnJames = secondOnJames;
    }

    /** Returns the row of a table in Markdown. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %.2f | %s |",
                name,
                first,
                second,
                Ratio.of(first, second),
                firstOnJames,
                secondOnJames,
                Ratio.of(firstOnJames, secondOnJames),
                secondOnJames.medianMicros() / second.medianMicros(),
                Goal.verdict(plotted().isMet()));
    }

    /** Returns the line of the plot: James's ratio, and Dovecot's as its goal. */
    PlottedRatio plotted() {
        return new PlottedRatio(
                "beside Dovecot: " + name,
                Ratio.of(firstOnJames, secondOnJames),
                Ratio.of(first, second).value());
    }
}
