/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.sharedmailbox.failure.StoreUnavailableException;

/** Limits how many changes are made in a database at a time. Thread-safe. */
final class ChangeLimit {
    /** One connection of so many is kept, and one at least: a look-up holds it for a moment. */
    private static final int ONE_OF = 5;

    private final Semaphore permits;
    private final Duration patience;
    private final String reached;

    private ChangeLimit(int changes, Duration patience, String reached) {
        this.permits = new Semaphore(changes, true);
        this.patience = patience;
        this.reached = reached;
    }

    /**
     * Keeps some of the pool's connections for look-ups, which everybody's commands wait for:
     * changes that wait for a lock never hold all of them.
     *
     * @param connections the most that the pool has; two at least
     * @param patience how long a change waits for others to end
     */
    static ChangeLimit keepingLookUps(int connections, Duration patience) {
        return new ChangeLimit(
                connections - Math.max(1, connections / ONE_OF),
                patience,
                "As many changes to shared mailboxes are being made as store.poolSize permits, and"
                        + " none has ended in time; raise it if the database has little to do, or"
                        + " look for what locks its tables");
    }

    /**
     * Makes one change after the other, for H2: it writes its tables one after the other while
     * others change them, and a process that is killed could leave a part of a change that it had
     * not committed.
     *
     * @param patience how long a change waits for those before it
     */
    static ChangeLimit oneAfterTheOther(Duration patience) {
        return new ChangeLimit(
                1,
                patience,
                "The embedded store makes one change to shared mailboxes after the other, and those"
                        + " before this one have not ended in time; ask again later, or keep the"
                        + " store in PostgreSQL");
    }

    /**
     * Makes a change that needs a connection of its own.
     *
     * @throws StoreUnavailableException if as many others are being made that do not end
     */
    <T> T change(Supplier<T> change) {
        acquire();
        try {
            return change.get();
        } finally {
            permits.release();
        }
    }

    private void acquire() {
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw refused(new TimeoutException("Waited for " + patience));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(e);
        }
    }

    private StoreUnavailableException refused(Exception cause) {
        return new StoreUnavailableException(reached, cause);
    }
}
