/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Work for which no command waits, such as telling a thousand idling clients of one mail. */
class HandedOverTest {
    private static final int MANY = 1_000;

    private final BlockingScheduler scheduler = new BlockingScheduler();
    private final CountDownLatch store = new CountDownLatch(1);
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void end() {
        store.countDown();
        scheduler.close();
    }

    @Test
    void leavesThreadsToCommandsHoweverLongItTakes() {
        for (int n = 0; n < MANY; n++) {
            scheduler.handOver(Mono.fromRunnable(this::waitForStore));
        }

        assertThat(scheduler.call(() -> "answered").block(Duration.ofSeconds(20)))
                .isEqualTo("answered");
    }

    @Test
    void isAllDone() {
        for (int n = 0; n < MANY; n++) {
            scheduler.handOver(Mono.fromRunnable(done::incrementAndGet));
        }

        Awaitility.await().until(() -> done.get() == MANY);
    }

    @Test
    void isDroppedWhenJamesHasStopped() {
        scheduler.close();

        scheduler.handOver(Mono.fromRunnable(done::incrementAndGet));

        assertThat(done).hasValue(0);
    }

    private void waitForStore() {
        try {
            store.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
