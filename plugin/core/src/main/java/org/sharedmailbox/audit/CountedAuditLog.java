/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.apache.james.core.Username;

/**
 * An audit log that counts what is recorded. Refusals are counted where they happen, because not
 * each has an entry ({@link RefusalLog}).
 */
public final class CountedAuditLog implements AuditLog {
    private final AuditLog log;
    private final RecordedActions actions;

    public CountedAuditLog(AuditLog log, RecordedActions actions) {
        this.log = log;
        this.actions = actions;
    }

    @Override
    public void append(AuditEntry entry) {
        log.append(entry);
        count(entry);
    }

    @Override
    public void appendAll(Collection<AuditEntry> entries) {
        log.appendAll(entries);
        entries.forEach(this::count);
    }

    @Override
    public long appendInPlaceOf(OptionalLong earlier, AuditEntry entry) {
        long number = log.appendInPlaceOf(earlier, entry);
        count(entry);
        return number;
    }

    private void count(AuditEntry entry) {
        if (!entry.action().isRefusal()) {
            actions.count(entry.action());
        }
    }

    @Override
    public List<AuditEntry> ofMailbox(Username mailbox, int limit) {
        return log.ofMailbox(mailbox, limit);
    }
}
