/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import org.sharedmailbox.transaction.Transactions;

/**
 * An audit log that counts what is recorded. Refusals are counted where they happen, because not
 * each has an entry ({@link RefusalLog}). What is undone was not recorded.
 */
public final class CountedAuditLog extends FollowedAuditLog {
    private final RecordedActions actions;
    private final Transactions transactions;

    public CountedAuditLog(AuditLog log, RecordedActions actions, Transactions transactions) {
        super(log);
        this.actions = actions;
        this.transactions = transactions;
    }

    @Override
    protected void follow(AuditEntry entry) {
        if (!entry.action().isRefusal()) {
            transactions.afterCommit(() -> actions.count(entry.action()));
        }
    }
}
