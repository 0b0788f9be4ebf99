/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands in the cells of a CSV. A spreadsheet takes a cell that begins with {@code =}, {@code
 * +}, {@code -}, {@code @}, a tab or a line break for a formula, and some of them begin a new cell
 * at a semicolon: there an apostrophe is put in front, and taken away again when the cell is read.
 */
public final class CsvCells {
    private static final String FORMULA = "[=+\\-@\\t\\r\\n＝＋－＠]";

    /** Apostrophes that are there already get one more, so that all of it can be undone. */
    private static final Pattern DANGEROUS = Pattern.compile("(^|;)( *)('*" + FORMULA + ")");

    private static final Pattern GUARDED = Pattern.compile("(^|;)( *)'('*" + FORMULA + ")");

    private CsvCells() {}

    public static String guarded(String text) {
        return DANGEROUS.matcher(text).replaceAll("$1$2'$3");
    }

    public static String unguarded(String cell) {
        return GUARDED.matcher(cell).replaceAll("$1$2$3");
    }

    /** Several texts, separated by vertical bars; a bar or backslash of their own is escaped. */
    public static String joined(Collection<String> texts) {
        return texts.stream()
                .map(text -> text.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
    }

    /** What was {@link #joined}; nothing if the cell is empty. */
    public static List<String> split(String cell) {
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
