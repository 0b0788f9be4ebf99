/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.sharedmailbox.transaction.NonBlocking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The threads on which IMAP waits for our store. They are not those that James shares among all
 * connections: while the store hangs, everybody's own mailbox must go on working. Thread-safe.
 */
@Singleton
public class BlockingScheduler {
    private static final Logger LOGGER = LoggerFactory.getLogger(BlockingScheduler.class);

    private static final int MAX_THREADS = 64;
    private static final int MIN_HANDED_OVER = 4;
    private static final int MAX_QUEUED = 100_000;
    private static final int IDLE_SECONDS = 60;

    private final Scheduler scheduler =
            Schedulers.newBoundedElastic(
                    MAX_THREADS, MAX_QUEUED, "shared-mailboxes", IDLE_SECONDS, true);

    private final Scheduler handedOver =
            Schedulers.newBoundedElastic(
                    Math.max(MIN_HANDED_OVER, 2 * Runtime.getRuntime().availableProcessors()),
                    MAX_QUEUED,
                    "shared-mailboxes-events",
                    IDLE_SECONDS,
                    true);

    private final Scheduler timer = Schedulers.newSingle("shared-mailboxes-timer", true);

    /** Makes the scheduler; threads start when they are needed. */
    @Inject
    public BlockingScheduler() {}

    /** Prepares and runs the work on a thread that may block. */
    public Mono<Void> defer(Supplier<Mono<Void>> work) {
        return Mono.defer(() -> Mono.defer(work).subscribeOn(scheduler()));
    }

    /** Runs the call on a thread that may block. */
    public <T> Mono<T> call(Callable<T> call) {
        return Mono.defer(() -> Mono.fromCallable(call).subscribeOn(scheduler()));
    }

    /**
     * Asks what the caches of our stores may know: on the subscriber's thread if they do, or else
     * on a thread that may block.
     */
    public <T> Mono<T> ask(Supplier<T> question) {
        return Mono.defer(
                () ->
                        NonBlocking.ask(question)
                                .map(Mono::just)
                                .orElseGet(() -> call(question::get)));
    }

    /** Runs the action on a thread that may block. */
    public Mono<Void> run(Runnable action) {
        return Mono.defer(() -> Mono.<Void>fromRunnable(action).subscribeOn(scheduler()));
    }

    /**
     * Does work for which no command waits, on a thread that may block: one of few, because there
     * may be a thousand of these at once, all about one mail. Many threads would ask for the same,
     * and keep each other from working. When James stops, it is dropped: the thread that is here
     * may not block.
     */
    public void handOver(Mono<Void> work) {
        if (!handedOver.isDisposed()) {
            work.subscribeOn(handedOver)
                    .subscribe(nothing -> {}, e -> LOGGER.warn("What was handed over fails", e));
        }
    }

    /**
     * Runs the action again and again, on a thread that must not block, with a pause after each
     * run: whoever looks at something a few times does not do so at once after the machine has
     * stood still.
     */
    public void every(Duration pause, Runnable action) {
        try {
            timer.schedule(
                    () -> {
                        try {
                            action.run();
                        } finally {
                            every(pause, action);
                        }
                    },
                    pause.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("James is stopping", e);
        }
    }

    /** Returns where work that may block can go on. */
    public Scheduler scheduler() {
        return scheduler.isDisposed() ? Schedulers.immediate() : scheduler;
    }

    /**
     * Ends the threads when James stops, which it tells us before it closes the connections. No
     * thread is interrupted, or an embedded database would close its file under a command; what a
     * command that is running still has to do, it does on the thread that it has.
     */
    @PreDestroy
    public void close() {
        end().subscribe();
    }

    /** Does the same, and completes once all that was handed over and begun is done. */
    Mono<Void> end() {
        timer.dispose();
        return Mono.when(handedOver.disposeGracefully(), scheduler.disposeGracefully());
    }
}
