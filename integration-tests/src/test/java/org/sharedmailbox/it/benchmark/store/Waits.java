/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.it.benchmark.Samples;

/**
 * How long each of so many people waits, from the moment when it was their turn: also for those who
 * came before them. Thread-safe.
 */
final class Waits {
    private final Samples samples = new Samples();
    private final CountDownLatch open;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Waits(int people) {
        this.open = new CountDownLatch(people);
    }

    /**
     * Serves one of them.
     *
     * @param due when it was their turn, by {@link System#nanoTime}
     */
    void note(long due, Runnable work) {
        try {
            work.run();
            synchronized (samples) {
                samples.add(System.nanoTime() - due);
            }
        } catch (RuntimeException e) {
            failure.set(e);
        } finally {
            open.countDown();
        }
    }

    /**
     * Waits for everybody.
     *
     * @throws IllegalStateException if somebody got no answer
     */
    Samples all() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("Somebody got no answer", failed);
        }
        return samples;
    }
}
