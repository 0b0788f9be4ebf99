/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.dto.DelegationRequest;
import org.sharedmailbox.webadmin.http.Quoted;
import org.sharedmailbox.webadmin.http.RequestBody;

/** Reads many delegations from a CSV (RFC 4180) with a header line, which is line 1. */
final class BulkCsv {
    private BulkCsv() {}

    static BulkRequest read(String text) {
        CsvLines lines = CsvLines.of(text);
        List<String> columns = columns(lines);
        BulkRequest bulk = new BulkRequest();
        while (lines.next()) {
            int line = lines.number();
            List<String> cells = lines.cells();
            bulk.add(line, () -> CsvLine.of(line, columns, cells).grant());
        }
        return bulk;
    }

    private static ImmutableList<String> columns(CsvLines lines) {
        List<String> columns = lines.next() ? lines.cells() : List.of();
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
        for (String required : List.of(DelegationRequest.OWNER, DelegationRequest.DELEGATE)) {
            if (!columns.contains(required)) {
                throw refused("The header line (line 1) lacks the column '" + required + "'");
            }
        }
        return ImmutableList.copyOf(columns);
    }

    private static RequestRefusedException refused(String message) {
        return RequestRefusedException.invalid(RequestBody.FIELD, message);
    }
}
