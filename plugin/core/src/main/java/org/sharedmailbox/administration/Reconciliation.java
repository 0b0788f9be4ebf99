/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a run of {@link ReconciliationService} has done so far. Thread-safe: it is looked at while
 * the run goes on.
 */
public final class Reconciliation {
    /** What is counted. */
    public enum Count {
        /** Accounts that have to do with delegations, and have been looked for. */
        ACCOUNTS_LOOKED_AT,
        /** Those of them that are gone. */
        ACCOUNTS_GONE,
        /** Delegations that ended with those. */
        DELEGATIONS_ENDED,
        /** Entries of an earlier version that were bound to their folders, or dropped. */
        ENTRIES_BOUND,
        /** Choices of subscription for folders that are gone. */
        SUBSCRIPTIONS_MENDED,
        /** Shared mailboxes whose password was set past us. */
        PASSWORDS_FOUND,
        /** Those of them that nobody is to sign in to, and nobody can any more. */
        MAILBOXES_BLOCKED,
        /** Pieces of work that failed; the log says why. */
        FAILURES
    }

    private final Map<Count, Integer> counts = new EnumMap<>(Count.class);

    /** Returns how many there are so far. */
    public synchronized int of(Count count) {
        return counts.getOrDefault(count, 0);
    }

    void add(Count count) {
        add(count, 1);
    }

    synchronized void add(Count count, int more) {
        counts.merge(count, more, Integer::sum);
    }
}
