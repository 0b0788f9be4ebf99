/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.nodes;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Waits for what a change on one server does on another, and says how long that took. */
final class Effect {
    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(5);

    private final CompletableFuture<Long> seenAt;

    private Effect(CompletableFuture<Long> seenAt) {
        this.seenAt = seenAt;
    }

    /** Looks from now on, beside whatever else happens, until it is to be seen. */
    static Effect seenWhen(BooleanSupplier seen) {
        return after(
                () ->
                        Awaitility.await()
                                .atMost(AT_MOST)
                                .pollInSameThread()
                                .pollDelay(Duration.ZERO)
                                .pollInterval(POLL)
                                .until(seen::getAsBoolean));
    }

    /** Waits from now on, beside whatever else happens, for the end of something. */
    static Effect after(Runnable waiting) {
        return new Effect(
                CompletableFuture.runAsync(waiting, work -> new Thread(work).start())
                        .thenApply(nothing -> System.nanoTime()));
    }

    /** How long after that moment, by {@link System#nanoTime}, it was seen. */
    Duration since(long moment) {
        Long seen = seenAt.orTimeout(AT_MOST.toSeconds() * 2, TimeUnit.SECONDS).join();
        return Duration.ofNanos(Math.max(0, seen - moment));
    }
}
