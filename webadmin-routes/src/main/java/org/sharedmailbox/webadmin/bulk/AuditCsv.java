/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletResponse;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;
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

    private static final CsvDownload<AuditEntry> DOWNLOAD =
            new CsvDownload<>(COLUMNS, AuditCsv::cells);

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
        DOWNLOAD.send(parts(trail, query, page, filter.isPaged()), response);
    }

    private static Iterator<List<AuditEntry>> parts(
            AuditTrail trail, AuditQuery query, AuditPage first, boolean isPaged) {
        return new AbstractIterator<>() {
            private Optional<AuditPage> read = Optional.empty();

            @Override
            protected @Nullable List<AuditEntry> computeNext() {
                if (read.isEmpty()) {
                    read = Optional.of(first);
                } else {
                    read =
                            read.filter(page -> !isPaged)
                                    .flatMap(AuditPage::next)
                                    .map(query::goOnAfter)
                                    .map(trail::find);
                }
                return read.<List<AuditEntry>>map(AuditPage::entries).orElseGet(this::endOfData);
            }
        };
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
