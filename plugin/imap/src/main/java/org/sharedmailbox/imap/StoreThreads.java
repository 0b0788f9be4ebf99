/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.function.Supplier;
import org.sharedmailbox.transaction.WithoutWaiting;
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
        return undisturbed(mayWait(work));
    }

    /**
     * The same, but on the caller's thread if the work can be prepared without waiting, which
     * spares two changes of thread.
     *
     * @param work asks our store only while it is prepared, and changes nothing meanwhile
     */
    static Mono<Void> toTheEndIfKnownAtOnce(Supplier<Mono<Void>> work) {
        return undisturbed(
                Mono.defer(() -> WithoutWaiting.ask(work).orElseGet(() -> mayWait(work))));
    }

    private static Mono<Void> mayWait(Supplier<Mono<Void>> work) {
        return Mono.defer(work).subscribeOn(MAY_WAIT);
    }

    private static Mono<Void> undisturbed(Mono<Void> work) {
        return Mono.create(
                sink ->
                        work.contextWrite(sink.contextView())
                                .subscribe(nothing -> {}, sink::error, sink::success));
    }
}
