/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

/**
 * A part of the report: a table of what was measured and what was aimed at, as Markdown. Printed
 * line by line as it comes, and kept in {@code target/benchmark}. Not thread-safe.
 */
public final class Figures {
    private final String file;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param name of the file, without its ending
     * @param title the heading above the table
     */
    public Figures(String name, String title) {
        this.file = name + ".md";
        print(
                "## "
                        + title
                        + "\n\n"
                        + Circumstances.now()
                        + "\n\n| | measured | goal | |\n| --- | --- | --- | --- |\n");
    }

    /** Adds a row about something with a goal. */
    public void add(String what, String measured, String goal, boolean met) {
        row(what, measured, goal, Goal.verdict(met));
    }

    /** Adds a row about something that is only told. */
    public void add(String what, String measured) {
        row(what, measured, "", "");
    }

    private void row(String what, String measured, String goal, String verdict) {
        print(String.format("| %s | %s | %s | %s |%n", what, measured, goal, verdict));
        ResultFiles.write(file, text);
    }

    private void print(String part) {
        text.append(part);
        System.out.print(part);
    }
}
