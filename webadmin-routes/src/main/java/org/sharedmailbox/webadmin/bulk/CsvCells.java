/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes and reads the cells of a CSV. A spreadsheet takes a cell that begins with {@code =},
 * {@code +}, {@code -}, {@code @}, a tab or a line break for a formula, and some spreadsheets begin
 * a new cell at a semicolon. In these places an apostrophe is put in front when a cell is written,
 * and removed when it is read.
 */
final class CsvCells {
    private static final String FORMULA = "[=+\\-@\\t\\r\\n＝＋－＠]";

    /** Apostrophes that are already there get one more, so that reading can undo this exactly. */
    private static final Pattern DANGEROUS = Pattern.compile("(^|;)( *)('*" + FORMULA + ")");

    private static final Pattern GUARDED = Pattern.compile("(^|;)( *)'('*" + FORMULA + ")");

    private CsvCells() {}

    /** Returns the cell for a text, with an apostrophe wherever it would begin a formula. */
    static String guarded(String text) {
        return DANGEROUS.matcher(text).replaceAll("$1$2'$3");
    }

    /** Returns the text of a cell: the inverse of {@link #guarded}. */
    static String unguarded(String cell) {
        return GUARDED.matcher(cell).replaceAll("$1$2$3");
    }

    /** Returns the texts separated by vertical bars, with bars and backslashes in them escaped. */
    static String joined(Collection<String> texts) {
        return texts.stream()
                .map(text -> text.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
    }

    /** Returns the texts that were {@link #joined}; none if the cell is empty. */
    static List<String> split(String cell) {
        if (cell.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<String> texts = ImmutableList.builder();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean escapes = c == '\\' && i + 1 < cell.length();
            if (escapes && (cell.charAt(i + 1) == '|' || cell.charAt(i + 1) == '\\')) {
                text.append(cell.charAt(++i));
            } else if (c == '|') {
                texts.add(text.toString());
                text.setLength(0);
            } else {
                text.append(c);
            }
        }
        return texts.add(text.toString()).build();
    }
}
