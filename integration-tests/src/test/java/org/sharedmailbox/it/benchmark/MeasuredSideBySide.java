/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.Locale;

/** What came out of a {@link SideBySide}: James is to have the lower ratio, and to be faster. */
final class MeasuredSideBySide {
    static final String HEAD =
            "| operation | Dovecot own, µs: median (quartiles; samples) | Dovecot shared"
                    + " | its ratio (quartiles) | James own | James shared | its ratio"
                    + " | James / Dovecot, shared | ratio not higher | time not longer |\n"
                    + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |";

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
        Ratio ratio = Ratio.of(first, second);
        Ratio ratioOnJames = Ratio.of(firstOnJames, secondOnJames);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |",
                name,
                first,
                second,
                ratio,
                firstOnJames,
                secondOnJames,
                ratioOnJames,
                Ratio.of(second, secondOnJames),
                Goal.verdict(ratioOnJames.value() <= ratio.value()),
                Goal.verdict(plotted().isMet()));
    }

    /** Returns the line of the plot: how long James takes, in Dovecot's times. */
    PlottedRatio plotted() {
        return new PlottedRatio("beside Dovecot: " + name, Ratio.of(second, secondOnJames), 1);
    }
}
