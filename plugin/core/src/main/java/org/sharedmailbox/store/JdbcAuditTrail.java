/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.sharedmailbox.audit.AuditCursor;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditPage;
import org.sharedmailbox.audit.AuditQuery;
import org.sharedmailbox.audit.AuditTrail;

/**
 * {@link AuditTrail} in the table {@code audit_entry}. The numbers of the entries are found first,
 * in the indexes alone, and then only the entries that are returned are read.
 */
final class JdbcAuditTrail implements AuditTrail {
    private static final String NEWEST_FIRST = " order by at desc, id desc";

    private final JdbcStore store;
    private final boolean embedded;

    /**
     * @param embedded whether the database is H2, which knows the number of rows
     */
    JdbcAuditTrail(JdbcStore store, boolean embedded) {
        this.store = store;
        this.embedded = embedded;
    }

    @Override
    public AuditPage find(AuditQuery query) {
        return store.read(
                handle -> {
                    List<AuditCursor> found = places(handle, query);
                    boolean more = found.size() > query.limit();
                    List<AuditCursor> wanted = more ? found.subList(0, query.limit()) : found;
                    return AuditPage.of(
                            entries(handle, wanted),
                            more ? Optional.of(Iterables.getLast(wanted)) : Optional.empty());
                });
    }

    /** Returns the places of the entries that are wanted, and of one more if there is one. */
    private static List<AuditCursor> places(Handle handle, AuditQuery query) {
        AuditSelection selection = AuditSelection.of(query);
        return selection
                .bindTo(handle.createQuery(selection.sql() + NEWEST_FIRST + " limit :limit"))
                .bind("limit", query.limit() + 1L)
                .map((row, context) -> AuditRows.place(row))
                .list();
    }

    private static List<AuditEntry> entries(Handle handle, List<AuditCursor> places) {
        if (places.isEmpty()) {
            return ImmutableList.of();
        }
        return handle.createQuery("select * from audit_entry where id in (<ids>)" + NEWEST_FIRST)
                .bindList(
                        "ids",
                        places.stream()
                                .map(AuditCursor::number)
                                .collect(ImmutableList.toImmutableList()))
                .map((row, context) -> AuditRows.entry(row))
                .list();
    }

    @Override
    public long approximateCount() {
        // PostgreSQL would read the whole table to count. It knows nothing (-1) before it has
        // looked at the table for the first time, which it does early.
        return embedded
                ? number("select count(*) from audit_entry")
                : Math.max(
                        0,
                        number(
                                "select cast(reltuples as bigint) from pg_class"
                                        + " where oid = cast('audit_entry' as regclass)"));
    }

    private long number(String query) {
        return store.read(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
