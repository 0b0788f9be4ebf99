/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/** Some entries of the audit log, and where to go on. */
@AutoValue
public abstract class AuditPage {
    AuditPage() {}

    public static AuditPage of(List<AuditEntry> entries, Optional<AuditCursor> next) {
        return new AutoValue_AuditPage(ImmutableList.copyOf(entries), next);
    }

    public abstract ImmutableList<AuditEntry> entries();

    /**
     * Returns the place behind which there are more that meet the query; empty if there are none.
     */
    public abstract Optional<AuditCursor> next();
}
