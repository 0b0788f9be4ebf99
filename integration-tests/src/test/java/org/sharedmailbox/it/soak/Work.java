/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.soak;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What is done again and again until it is stopped, all of it at the same time. */
final class Work implements AutoCloseable {
    private static final Duration LAST = Duration.ofMinutes(1);

    private final ScheduledExecutorService threads;
    private final Findings findings;

    Work(int threads, Findings findings) {
        this.threads = Executors.newScheduledThreadPool(threads);
        this.findings = findings;
    }

    /** Has each of them done once in that time, one after the other; late if a server is slow. */
    void each(Duration period, List<? extends Runnable> all) {
        long nanos = period.toNanos();
        for (int n = 0; n < all.size(); n++) {
            Runnable one = all.get(n);
            threads.scheduleAtFixedRate(
                    () -> doOnce(one), nanos * n / all.size(), nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void doOnce(Runnable one) {
        try {
            one.run();
        } catch (RuntimeException e) {
            findings.fault(one.getClass().getSimpleName() + " has failed: " + e);
        }
    }

    /** Lets what has begun come to its end, and begins nothing more. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
                findings.fault("Somebody still waits for an answer after " + LAST);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
