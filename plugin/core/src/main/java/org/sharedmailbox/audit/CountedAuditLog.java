/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

/**
 * An audit log that counts what is recorded. Refusals are counted where they happen, because not
 * each has an entry ({@link RefusalLog}).
 */
public final class CountedAuditLog extends FollowedAuditLog {
    private final RecordedActions actions;

    public CountedAuditLog(AuditLog log, RecordedActions actions) {
        super(log);
        this.actions = actions;
    }

    @Override
    protected void follow(AuditEntry entry) {
        if (!entry.action().isRefusal()) {
            actions.count(entry.action());
        }
    }
}
