/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What James's stop does to commands that are running. */
class BlockingSchedulerEndTest {
    private static final long TIMEOUT_SECONDS = 30;

    private final BlockingScheduler scheduler = new BlockingScheduler();

    @Test
    void whatRunsIsNotInterruptedAndCanGoOn() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        scheduler
                .run(
                        () -> {
                            started.countDown();
                            try {
                                stopped.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                .then(scheduler.run(ended::countDown))
                .subscribe();
        assertThat(started.await(TIMEOUT_SECONDS, SECONDS)).isTrue();

        scheduler.close();
        stopped.countDown();

        assertThat(ended.await(TIMEOUT_SECONDS, SECONDS)).isTrue();
    }

    @Test
    void whatBeginsAfterwardsRunsOnTheThreadThatItHas() {
        scheduler.close();

        assertThat(scheduler.call(Thread::currentThread).block()).isSameAs(Thread.currentThread());
    }

    @Test
    void nothingIsDoneAgainAndAgainAnyMore() {
        AtomicInteger times = new AtomicInteger();
        scheduler.every(Duration.ofMillis(1), times::incrementAndGet);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> times.get() > 1);

        scheduler.close();

        AtomicInteger sinceThen = new AtomicInteger(times.get());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .during(Duration.ofMillis(50))
                .until(() -> sinceThen.getAndSet(times.get()) == times.get());
    }
}
