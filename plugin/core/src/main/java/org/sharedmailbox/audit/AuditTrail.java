/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

/**
 * The audit log as it is read. Throws {@link org.sharedmailbox.failure.StoreUnavailableException}
 * while the store cannot be reached. Thread-safe.
 */
public interface AuditTrail {
    /** Returns the entries that meet the query, newest first by the time at which they happened. */
    AuditPage find(AuditQuery query);

    /** Returns about how many entries there are, at little cost. */
    long approximateCount();
}
