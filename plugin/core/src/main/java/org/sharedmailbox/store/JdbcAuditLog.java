/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.james.core.Username;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditCursor;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditQuery;
import org.sharedmailbox.audit.AuditTrail;

/** {@link AuditLog} in the table {@code audit_entry}. */
final class JdbcAuditLog implements AuditLog {
    private static final int MAX_REMOVED_AT_A_TIME = 1_000;
    private static final ImmutableList<String> REFUSALS =
            Arrays.stream(AuditAction.values())
                    .filter(AuditAction::isRefusal)
                    .map(AuditAction::wireName)
                    .collect(ImmutableList.toImmutableList());

    private final JdbcStore store;
    private final AuditTrail trail;

    JdbcAuditLog(JdbcStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    @Override
    public void append(AuditEntry entry) {
        store.change(
                handle -> AuditRows.bind(handle.createUpdate(AuditRows.INSERT), entry).execute());
    }

    @Override
    public void appendAll(Collection<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        store.change(
                handle -> {
                    PreparedBatch batch = handle.prepareBatch(AuditRows.INSERT);
                    entries.forEach(entry -> AuditRows.bind(batch, entry).add());
                    batch.execute();
                });
    }

    @Override
    public long appendInPlaceOf(OptionalLong earlier, AuditEntry entry) {
        return store.inTransaction(
                handle -> {
                    earlier.ifPresent(
                            id ->
                                    handle.createUpdate("delete from audit_entry where id = :id")
                                            .bind("id", id)
                                            .execute());
                    return AuditRows.bind(handle.createUpdate(AuditRows.INSERT), entry)
                            .executeAndReturnGeneratedKeys("id")
                            .mapTo(Long.class)
                            .one();
                });
    }

    @Override
    public void removeOldestRefusals(int kept) {
        for (String action : REFUSALS) {
            Optional<AuditCursor> newest = newestToRemove(action, kept / REFUSALS.size());
            // In parts: one large transaction would keep others waiting.
            while (newest.isPresent() && removeSome(action, newest.get()) > 0) {}
        }
    }

    private Optional<AuditCursor> newestToRemove(String action, int kept) {
        return store.with(
                handle ->
                        handle.createQuery(
                                        "select at, id from audit_entry where action = :action"
                                                + " order by action desc, at desc, id desc"
                                                + " limit 1 offset :kept")
                                .bind("action", action)
                                .bind("kept", kept)
                                .map((row, context) -> AuditRows.place(row))
                                .findOne());
    }

    private int removeSome(String action, AuditCursor newest) {
        return store.inTransaction(
                handle ->
                        handle.createUpdate(
                                        "delete from audit_entry where id in (select id from"
                                                + " audit_entry where action = :action and at <= :at"
                                                + " and (at < :at or id <= :id)"
                                                + " order by action, at, id limit :limit)")
                                .bind("action", action)
                                .bind("at", newest.at())
                                .bind("id", newest.number())
                                .bind("limit", MAX_REMOVED_AT_A_TIME)
                                .execute());
    }

    @Override
    public List<AuditEntry> ofMailbox(Username mailbox, int limit) {
        return trail.find(AuditQuery.builder().mailbox(mailbox).limit(limit).build()).entries();
    }
}
