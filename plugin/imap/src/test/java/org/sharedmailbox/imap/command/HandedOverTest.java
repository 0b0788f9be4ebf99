/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
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

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> done.get() == MANY);
    }

    @Test
    void isDroppedWhenJamesHasStopped() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(BlockingScheduler.class);
        logger.addAppender(log);
        scheduler.close();
        try {
            scheduler.handOver(Mono.fromRunnable(done::incrementAndGet));
        } finally {
            logger.detachAppender(log);
        }

        assertThat(done).hasValue(0);
        assertThat(log.list).isEmpty();
    }

    private void waitForStore() {
        try {
            store.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
