/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import com.google.common.collect.ImmutableList;
import java.util.List;
import javax.inject.Inject;
import org.sharedmailbox.audit.AuditQueue;
import org.sharedmailbox.audit.AuditTrail;
import org.sharedmailbox.config.SharedMailboxConfiguration;

/**
 * Looks whether the audit log has grown beyond what the operator expects, and whether what people
 * do is written to it.
 */
final class AuditFindings implements Findings {
    private final AuditTrail audit;
    private final AuditQueue queue;
    private final int expected;

    @Inject
    AuditFindings(AuditTrail audit, AuditQueue queue, SharedMailboxConfiguration configuration) {
        this.audit = audit;
        this.queue = queue;
        this.expected = configuration.auditWarnEntries();
    }

    @Override
    public List<Finding> look() {
        ImmutableList.Builder<Finding> found = ImmutableList.builder();
        if (queue.isFilling()) {
            found.add(
                    Finding.degraded(
                            String.format(
                                    "%d entries wait to be written to the audit log; once there is"
                                            + " no room for more, mail from shared mailboxes is"
                                            + " refused. Look whether the database is slow.",
                                    queue.size())));
        }
        long entries = audit.approximateCount();
        if (entries > expected) {
            found.add(
                    Finding.degraded(
                            String.format(
                                    "The audit log has about %d entries, more than"
                                            + " audit.warnEntries (%d). See with GET"
                                            + " /delegation-audit what it is filled with; make room"
                                            + " on the disk and raise the setting, or keep entries"
                                            + " for a shorter time.",
                                    entries, expected)));
        }
        return found.build();
    }
}
