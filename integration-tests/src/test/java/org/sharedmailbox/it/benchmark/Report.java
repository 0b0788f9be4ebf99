/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * What was measured, as Markdown and as a plot: printed and kept row by row, so that a run which is
 * broken off leaves what it has. Not thread-safe.
 */
final class Report {
    private final StringBuilder text = new StringBuilder();
    private final List<PlottedRatio> plotted = new ArrayList<>();
    private final String circumstances;

    Report(Circumstances circumstances) {
        this.circumstances = circumstances.toString();
        say("# What the plugin costs\n\n" + circumstances);
    }

    /** Begins a table. */
    void table(String title, String head) {
        say("\n## " + title + "\n\n" + head);
    }

    /** Adds a row of the table. */
    void row(String row, PlottedRatio line) {
        plotted.add(line);
        say(row);
    }

    /** Adds a sentence, or a row that is not plotted. */
    void say(String line) {
        System.out.println(line);
        text.append(line).append('\n');
        ResultFiles.write("results.md", text);
        ResultFiles.write("results.svg", new Plot(circumstances, plotted).svg());
    }
}
