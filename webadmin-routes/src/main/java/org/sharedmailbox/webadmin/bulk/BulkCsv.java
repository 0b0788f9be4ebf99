/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteSource;
import java.util.List;
import java.util.Locale;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.dto.DelegationRequest;
import org.sharedmailbox.webadmin.http.Quoted;
import org.sharedmailbox.webadmin.http.RequestBody;

/**
 * Reads many delegations from a CSV (RFC 4180) with a header line, which is line 1. What
 * spreadsheets make of such a file is read too: semicolons for commas, a line {@code sep=;} in
 * front, names of columns in another case, empty columns and lines at the end.
 */
final class BulkCsv {
    private BulkCsv() {}

    static BulkRequest read(ByteSource body) {
        CsvLines lines = CsvLines.of(body);
        List<String> header = header(lines);
        List<String> columns = columns(header, header.isEmpty() ? 1 : lines.number());
        BulkRequest bulk = new BulkRequest();
        while (lines.next()) {
            int line = lines.number();
            List<String> cells = withoutEmptyEnd(columns.size(), lines.cells());
            // Spreadsheets end a file with lines of separators.
            if (!cells.stream().allMatch(String::isBlank)) {
                bulk.add(line, () -> CsvLine.of(line, columns, cells).grant());
            }
        }
        return bulk;
    }

    /** Returns the cells of the first line, or of the second behind a line {@code sep=;}. */
    private static List<String> header(CsvLines lines) {
        List<String> first = lines.next() ? lines.cells() : List.of();
        boolean declares =
                !first.isEmpty() && first.get(0).toLowerCase(Locale.ROOT).matches("sep=[,;]?");
        return !declares ? first : lines.next() ? lines.cells() : List.of();
    }

    private static ImmutableList<String> columns(List<String> header, int line) {
        ImmutableList<String> columns =
                withoutEmptyEnd(0, header).stream()
                        .map(BulkCsv::column)
                        .collect(ImmutableList.toImmutableList());
        if (ImmutableSet.copyOf(columns).size() < columns.size()) {
            throw refused("The header line names a column twice");
        }
        for (String required : List.of(DelegationRequest.OWNER, DelegationRequest.DELEGATE)) {
            if (!columns.contains(required)) {
                throw refused(
                        String.format(
                                "The header line (line %d) lacks the column '%s'", line, required));
            }
        }
        return columns;
    }

    private static String column(String written) {
        String name = CharMatcher.whitespace().trimFrom(written);
        return DelegationCsv.COLUMNS.stream()
                .filter(column -> column.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                refused(
                                        String.format(
                                                "There is no column %s; the columns are %s",
                                                Quoted.of(written),
                                                String.join(", ", DelegationCsv.COLUMNS))));
    }

    /** Returns the cells without the empty ones at the end, as far as no column needs them. */
    private static List<String> withoutEmptyEnd(int columns, List<String> cells) {
        int size = cells.size();
        while (size > columns && cells.get(size - 1).isBlank()) {
            size--;
        }
        return cells.subList(0, size);
    }

    private static RequestRefusedException refused(String message) {
        return RequestRefusedException.invalid(RequestBody.FIELD, message);
    }
}
