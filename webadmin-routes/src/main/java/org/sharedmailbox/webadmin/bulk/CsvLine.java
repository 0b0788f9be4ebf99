/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.GrantRequest;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.MailboxAddress;
import org.sharedmailbox.model.PlainText;
import org.sharedmailbox.webadmin.dto.DelegationRequest;
import org.sharedmailbox.webadmin.http.FieldValue;
import org.sharedmailbox.webadmin.http.RequestBody;
import org.sharedmailbox.webadmin.http.Times;

/**
 * One line of a CSV of delegations, with its cells by column. An empty cell is as good as none.
 * Spaces at the ends of a cell count in folder names, which may begin or end with them, and in
 * notes; nowhere else.
 */
final class CsvLine {
    private final int line;
    private final Map<String, String> cells;

    private CsvLine(int line, Map<String, String> cells) {
        this.line = line;
        this.cells = cells;
    }

    /**
     * Returns the line with these cells.
     *
     * @throws RequestRefusedException ({@code INVALID}) if there are more or fewer cells than
     *     columns, or if one contains a control character
     */
    static CsvLine of(int line, List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw RequestRefusedException.invalid(
                    RequestBody.FIELD,
                    String.format(
                            "The line has %d cells, but the header line has %d",
                            cells.size(), columns.size()));
        }
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = CsvCells.unguarded(cells.get(i));
            if (cell.codePoints().anyMatch(PlainText::isForbidden)) {
                throw RequestRefusedException.invalid(
                        columns.get(i),
                        "'" + columns.get(i) + "' contains a control character or a line break");
            }
            if (!cell.isEmpty()) {
                named.put(columns.get(i), cell);
            }
        }
        return new CsvLine(line, named);
    }

    /**
     * Returns the grant that the line asks for.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the column
     */
    GrantRequest grant() {
        return GrantRequest.of(
                line,
                address(DelegationRequest.OWNER),
                address(DelegationRequest.DELEGATE),
                terms(),
                true);
    }

    private Username address(String column) {
        return trimmed(column)
                .map(text -> MailboxAddress.parse(column, text))
                .orElseThrow(() -> FieldValue.missing(column));
    }

    private DelegationTerms terms() {
        DelegationTerms.Builder terms = DelegationTerms.builder();
        trimmed(DelegationRequest.RIGHTS)
                .map(CsvCells::split)
                .map(names -> Lists.transform(names, String::trim))
                .map(DelegationRequest::rights)
                .ifPresent(terms::rights);
        cell(DelegationRequest.FOLDERS)
                .map(CsvCells::split)
                .map(DelegationRequest::folders)
                .ifPresent(terms::folders);
        cell(DelegationRequest.ACCESS).map(CsvAccess::read).ifPresent(terms::access);
        terms.validity(
                DelegationRequest.validity(
                        time(DelegationRequest.NOT_BEFORE), time(DelegationRequest.NOT_AFTER)));
        cell(DelegationRequest.NOTE).map(DelegationRequest::note).ifPresent(terms::note);
        return DelegationRequest.complete(terms);
    }

    private Optional<Instant> time(String column) {
        return trimmed(column).map(written -> Times.parse(column, written));
    }

    private Optional<String> trimmed(String column) {
        return cell(column).map(String::trim).filter(text -> !text.isEmpty());
    }

    private Optional<String> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }
}
