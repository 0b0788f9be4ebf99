/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where whoever asks our store may wait. Not on the threads that James shares among all: when the
 * store hangs, everybody's own mailbox must go on.
 */
final class StoreThreads {
    static final Scheduler MAY_WAIT =
            Schedulers.newBoundedElastic(64, 100_000, "shared-mailboxes", 60, true);

    private StoreThreads() {}

    /**
     * Runs the work there, and to its end. James gives a command up when the client hangs up, and
     * Reactor interrupts the thread then: half of a transfer would be left behind, what was done
     * would not be recorded, and an embedded database closes its file under all others.
     */
    static Mono<Void> toTheEnd(Supplier<Mono<Void>> work) {
        return Mono.create(
                sink ->
                        Mono.defer(work)
                                .subscribeOn(MAY_WAIT)
                                .contextWrite(sink.contextView())
                                .subscribe(nothing -> {}, sink::error, sink::success));
    }
}
