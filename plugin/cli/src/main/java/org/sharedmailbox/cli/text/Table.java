/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of any length, written as it comes: each page of rows is aligned, and later pages are as
 * wide as earlier ones at least. Not thread-safe.
 */
public final class Table {
    /** What is longer stands out of its column, rather than pushing all others aside. */
    private static final int MAX_WIDTH = 48;

    private static final String GAP = "  ";

    private final PrintWriter out;
    private final int[] widths;
    private final List<String[]> page = new ArrayList<>();
    private boolean begun;

    /** A table of these columns, or without a line of headings if they are empty. */
    public Table(PrintWriter out, String... headings) {
        this.out = out;
        this.widths = new int[headings.length];
        if (Arrays.stream(headings).anyMatch(heading -> !heading.isEmpty())) {
            page.add(headings);
        }
    }

    /** Adds a row, which has as many cells as there are columns. */
    public void add(String... cells) {
        if (cells.length != widths.length) {
            throw new IllegalArgumentException(cells.length + " cells, not " + widths.length);
        }
        page.add(Arrays.stream(cells).map(Shown::of).toArray(String[]::new));
        begun = true;
    }

    /** Writes the rows that were added; headings only together with a first row. */
    public void write() {
        if (!begun) {
            return;
        }
        for (String[] row : page) {
            for (int column = 0; column < row.length; column++) {
                int width = Math.min(TextWidth.of(row[column]), MAX_WIDTH);
                widths[column] = Math.max(widths[column], width);
            }
        }
        page.forEach(row -> out.println(line(row)));
        page.clear();
    }

    private String line(String... row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            line.append(row[column]);
            int missing = widths[column] - TextWidth.of(row[column]);
            line.append(" ".repeat(Math.max(0, missing))).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
