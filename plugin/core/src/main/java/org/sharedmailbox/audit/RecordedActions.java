/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import java.util.concurrent.atomic.AtomicLongArray;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Counts what has happened since the process started, by action, for its metrics. Thread-safe. */
@Singleton
public class RecordedActions {
    private final AtomicLongArray counts = new AtomicLongArray(AuditAction.values().length);

    @Inject
    public RecordedActions() {}

    void count(AuditAction action) {
        counts.incrementAndGet(action.ordinal());
    }

    /** Returns how often that has happened. */
    public long of(AuditAction action) {
        return counts.get(action.ordinal());
    }
}
