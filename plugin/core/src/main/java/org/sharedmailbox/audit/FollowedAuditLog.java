/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.apache.james.core.Username;

/** An audit log that does something more with each entry, right after another log has taken it. */
public abstract class FollowedAuditLog implements AuditLog {
    private final AuditLog log;

    protected FollowedAuditLog(AuditLog log) {
        this.log = log;
    }

    /** Follows an entry that was appended. */
    protected abstract void follow(AuditEntry entry);

    @Override
    public final void append(AuditEntry entry) {
        log.append(entry);
        follow(entry);
    }

    @Override
    public final void appendAll(Collection<AuditEntry> entries) {
        log.appendAll(entries);
        entries.forEach(this::follow);
    }

    @Override
    public final long appendInPlaceOf(OptionalLong earlier, AuditEntry entry) {
        long number = log.appendInPlaceOf(earlier, entry);
        follow(entry);
        return number;
    }

    @Override
    public final List<AuditEntry> ofMailbox(Username mailbox, int limit) {
        return log.ofMailbox(mailbox, limit);
    }
}
