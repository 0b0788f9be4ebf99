/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.apache.james.core.Username;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditQuery;
import org.sharedmailbox.audit.AuditTrail;

/** {@link AuditLog} in the table {@code audit_entry}. */
final class JdbcAuditLog implements AuditLog {
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
    public List<AuditEntry> ofMailbox(Username mailbox, int limit) {
        return trail.find(AuditQuery.builder().mailbox(mailbox).limit(limit).build()).entries();
    }
}
