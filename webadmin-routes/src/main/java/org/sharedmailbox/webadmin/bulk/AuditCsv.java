/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletResponse;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.AuditCursor;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditPage;
import org.sharedmailbox.audit.AuditQuery;
import org.sharedmailbox.audit.AuditTrail;
import org.sharedmailbox.webadmin.dto.AuditFilter;
import org.sharedmailbox.webadmin.dto.AuditResponse;
import org.sharedmailbox.webadmin.http.Json;

/**
 * Writes entries of the audit log as a CSV like {@link DelegationCsv}, page by page while it is
 * sent: there can be millions.
 */
public final class AuditCsv {
    private static final ImmutableList<String> COLUMNS =
            ImmutableList.of("at", "actor", "action", "mailbox", "subject", "source", "details");

    private static final int ENTRIES_AT_A_TIME = 1_000;

    private AuditCsv() {}

    /**
     * Writes the page that is asked for, with the cursor of the next one in the header {@code
     * Next-Cursor}, or everything if no page is.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException if the store does not answer
     *     before anything was sent; later the connection is cut, so that nobody takes a part for
     *     the whole
     */
    public static void write(AuditTrail trail, AuditFilter filter, HttpServletResponse response)
            throws IOException {
        AuditQuery query =
                filter.isPaged() ? filter.query() : filter.query().limitedTo(ENTRIES_AT_A_TIME);
        AuditPage page = trail.find(query);
        if (filter.isPaged()) {
            page.next()
                    .map(filter::write)
                    .ifPresent(cursor -> response.setHeader("Next-Cursor", cursor));
        }
        // Closed by Jetty only, at the end of the response: whatever fails must not end it well.
        Writer text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        text.write(DelegationCsv.BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(COLUMNS);
        write(page, csv);
        Optional<AuditCursor> next = filter.isPaged() ? Optional.empty() : page.next();
        while (next.isPresent()) {
            Optional<AuditPage> more = read(trail, query.goOnAfter(next.get()), response);
            if (more.isEmpty()) {
                return;
            }
            write(more.get(), csv);
            next = more.get().next();
        }
        csv.flush();
        text.flush();
    }

    private static void write(AuditPage page, CsvWriter csv) {
        page.entries().forEach(entry -> csv.writeRecord(cells(entry)));
    }

    private static Optional<AuditPage> read(
            AuditTrail trail, AuditQuery query, HttpServletResponse response) throws IOException {
        try {
            return Optional.of(trail.find(query));
        } catch (RuntimeException e) {
            // Jetty's way to cut a connection.
            response.sendError(-1);
            return Optional.empty();
        }
    }

    private static List<String> cells(AuditEntry entry) {
        return Stream.of(
                        entry.at().toString(),
                        entry.actor().name(),
                        entry.action().wireName(),
                        entry.mailbox().asString(),
                        entry.subject().map(Username::asString).orElse(""),
                        entry.actor().source().wireName(),
                        Json.write(AuditResponse.details(entry.details())))
                .map(CsvCells::guarded)
                .collect(Collectors.toList());
    }
}
