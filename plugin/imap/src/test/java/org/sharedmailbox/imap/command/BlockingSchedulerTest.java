/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
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
    void whatNeedsNoWaitingStaysOnItsThread() {
        scheduler.deferUnlessKnown(preparing(() -> {})).block();

        String here = Thread.currentThread().getName();
        assertThat(threads).containsExactly(here, here);
    }

    @Test
    void whatHasToWaitIsPreparedOnceMoreOnAThreadThatMayBlock() {
        scheduler.deferUnlessKnown(preparing(NonBlocking::aboutToBlock)).block();

        assertThat(threads).hasSize(3);
        assertThat(threads.poll()).isEqualTo(Thread.currentThread().getName());
        assertThat(threads).allMatch(name -> name.startsWith(OURS));
    }

    /** What is done later, and not while it is prepared, may wait on any thread. */
    @Test
    void onlyThePreparationIsAsked() {
        scheduler
                .deferUnlessKnown(
                        () -> {
                            threads.add(Thread.currentThread().getName());
                            return Mono.fromRunnable(NonBlocking::aboutToBlock);
                        })
                .block();

        assertThat(threads).hasSize(1);
    }

    @Test
    void nothingIsPreparedBeforeItIsSubscribedTo() {
        scheduler.deferUnlessKnown(preparing(() -> {}));
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
    void aFailureIsHandedOn() {
        assertThatThrownBy(
                        () ->
                                scheduler
                                        .deferUnlessKnown(
                                                () -> {
                                                    throw new IllegalStateException("broken");
                                                })
                                        .block())
                .hasMessage("broken");
    }

    @Test
    void whatIsPeriodicRunsAgainAndAgain() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);

        scheduler.every(Duration.ofMillis(1), runs::countDown);

        assertThat(runs.await(10, SECONDS)).isTrue();
    }

    @Test
    void closedItTakesNothingMore() {
        scheduler.run(() -> {}).block();

        scheduler.close();

        assertThat(scheduler.scheduler().isDisposed()).isTrue();
        assertThatThrownBy(() -> scheduler.run(() -> {}).block())
                .isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> scheduler.every(Duration.ofMillis(1), () -> {}))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(scheduler.deferUnlessKnown(Mono::empty).blockOptional()).isEmpty();
    }
}
