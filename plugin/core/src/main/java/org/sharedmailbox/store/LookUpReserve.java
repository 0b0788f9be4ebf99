/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.sharedmailbox.failure.StoreUnavailableException;

/**
 * Keeps some of the pool's connections for look-ups, which everybody's commands wait for: changes
 * that wait for a lock never hold all of them. Thread-safe.
 */
final class LookUpReserve {
    /** One connection of so many is kept, and one at least: a look-up holds it for a moment. */
    private static final int ONE_OF = 5;

    private final Semaphore forChanges;
    private final Duration patience;

    /**
     * @param connections the most that the pool has; two at least
     * @param patience how long a change waits for others to end
     */
    LookUpReserve(int connections, Duration patience) {
        this.forChanges = new Semaphore(connections - Math.max(1, connections / ONE_OF), true);
        this.patience = patience;
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
            forChanges.release();
        }
    }

    private void acquire() {
        try {
            if (!forChanges.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy(new TimeoutException("Waited for " + patience));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(e);
        }
    }

    private static StoreUnavailableException busy(Exception cause) {
        return new StoreUnavailableException(
                "As many changes to shared mailboxes are being made as store.poolSize permits, and"
                        + " none has ended in time; raise it if the database has little to do, or"
                        + " look for what locks its tables",
                cause);
    }
}
