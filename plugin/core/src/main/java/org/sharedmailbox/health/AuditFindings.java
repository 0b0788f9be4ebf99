/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import com.google.common.collect.ImmutableList;
import java.util.List;
import javax.inject.Inject;
import org.sharedmailbox.audit.AuditTrail;
import org.sharedmailbox.config.SharedMailboxConfiguration;

/** Looks whether the audit log has grown beyond what the operator expects. */
final class AuditFindings implements Findings {
    private final AuditTrail audit;
    private final int expected;

    @Inject
    AuditFindings(AuditTrail audit, SharedMailboxConfiguration configuration) {
        this.audit = audit;
        this.expected = configuration.auditWarnEntries();
    }

    @Override
    public List<Finding> look() {
        long entries = audit.approximateCount();
        return entries <= expected
                ? ImmutableList.of()
                : ImmutableList.of(
                        Finding.degraded(
                                String.format(
                                        "The audit log has about %d entries, more than"
                                                + " audit.warnEntries (%d). See with GET"
                                                + " /delegation-audit what it is filled with; make"
                                                + " room on the disk and raise the setting, or keep"
                                                + " entries for a shorter time.",
                                        entries, expected)));
    }
}
