/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import java.time.Instant;

/**
 * Removes entries of the audit log that have been kept for long enough, or are too many. Several
 * servers may do it at once. Throws {@link org.sharedmailbox.failure.StoreUnavailableException}
 * while the store cannot be reached. Thread-safe.
 */
public interface AuditRetention {
    /** Removes all entries from before that time. */
    void removeBefore(Instant time);

    /**
     * Removes the oldest {@linkplain AuditAction#isRefusal refusals}, so that about that many stay.
     * Everything else stays.
     */
    void removeOldestRefusals(int kept);

    /**
     * Removes the oldest entries about {@linkplain AuditAction#isActivity activities}, so that
     * about that many stay. Everything else stays.
     */
    void removeOldestActivities(int kept);
}
