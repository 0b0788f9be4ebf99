/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.transaction.NonBlocking;
import reactor.core.publisher.Mono;

class BlockingSchedulerTest {
    private static final String OURS = "shared-mailboxes-";

    private final BlockingScheduler scheduler = new BlockingScheduler();
    private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        scheduler.close();
    }

    private Supplier<Mono<Void>> preparing(Runnable preparation) {
        return () -> {
            threads.add(Thread.currentThread().getName());
            preparation.run();
            return Mono.fromRunnable(() -> threads.add(Thread.currentThread().getName()));
        };
    }

    @Test
    void nothingIsPreparedBeforeItIsSubscribedTo() {
        scheduler.defer(preparing(() -> {}));

        assertThat(threads).isEmpty();
    }

    @Test
    void everythingElseRunsOnAThreadThatMayBlock() {
        scheduler.defer(preparing(NonBlocking::aboutToBlock)).block();
        scheduler.run(() -> threads.add(Thread.currentThread().getName())).block();
        threads.add(String.valueOf(scheduler.call(() -> Thread.currentThread().getName()).block()));

        assertThat(threads).hasSize(4).allMatch(name -> name.startsWith(OURS));
    }

    @Test
    void whatIsPeriodicRunsAgainAndAgain() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);

        scheduler.every(Duration.ofMillis(1), runs::countDown);

        assertThat(runs.await(30, SECONDS)).isTrue();
    }
}
