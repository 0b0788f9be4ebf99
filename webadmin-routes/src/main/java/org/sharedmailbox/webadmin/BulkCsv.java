/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Iterator;
import java.util.List;
import org.sharedmailbox.failure.RequestRefusedException;

/** Many delegations as CSV (RFC 4180) with a header line, which is line 1. */
final class BulkCsv {
    private BulkCsv() {}

    static BulkRequest read(String text) {
        boolean marked = !text.isEmpty() && text.charAt(0) == DelegationCsv.BYTE_ORDER_MARK;
        Iterator<CsvRecord> records =
                CsvReader.builder()
                        .acceptCharsAfterQuotes(false)
                        .ofCsvRecord(marked ? text.substring(1) : text)
                        .iterator();
        long line = 1;
        try {
            List<String> columns = columns(records);
            BulkRequest bulk = new BulkRequest();
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                int at = (int) line;
                bulk.add(at, () -> CsvLine.of(at, columns, record.getFields()).grant());
            }
            return bulk;
        } catch (CsvParseException e) {
            throw refused(
                    "The CSV cannot be read behind line "
                            + line
                            + ": a quoted cell must end with a quotation mark, and one within it be"
                            + " doubled");
        }
    }

    private static ImmutableList<String> columns(Iterator<CsvRecord> records) {
        List<String> columns = records.hasNext() ? records.next().getFields() : List.of();
        for (String column : columns) {
            if (!DelegationCsv.COLUMNS.contains(column)) {
                throw refused(
                        String.format(
                                "There is no column %s; the columns are %s",
                                Quoted.of(column), String.join(", ", DelegationCsv.COLUMNS)));
            }
        }
        if (ImmutableSet.copyOf(columns).size() < columns.size()) {
            throw refused("The header line names a column twice");
        }
        for (String needed : List.of(DelegationCsv.OWNER, DelegationCsv.DELEGATE)) {
            if (!columns.contains(needed)) {
                throw refused("The header line (line 1) lacks the column '" + needed + "'");
            }
        }
        return ImmutableList.copyOf(columns);
    }

    private static RequestRefusedException refused(String message) {
        return RequestRefusedException.invalid(RequestBody.FIELD, message);
    }
}
