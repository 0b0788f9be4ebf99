/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import java.util.Collection;

/** Takes entries for the audit log. Thread-safe. */
public interface AuditSink {
    /**
     * Records what has happened, whatever becomes of the entry.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException if the audit log itself is asked,
     *     and cannot be reached; a queue counts what it has no room for
     */
    void append(AuditEntry entry);

    /**
     * Records all of the entries, in their order, or none.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException if that is not possible now
     */
    void appendAll(Collection<AuditEntry> entries);
}
