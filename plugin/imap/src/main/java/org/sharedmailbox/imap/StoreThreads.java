/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.function.Supplier;
import org.sharedmailbox.transaction.NonBlocking;
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

    /** Prepares and runs the work there. */
    static Mono<Void> mayWait(Supplier<Mono<Void>> work) {
        return Mono.defer(work).subscribeOn(MAY_WAIT);
    }

    /**
     * The same, but on the caller's thread if the work can be prepared without waiting, which
     * spares two changes of thread.
     *
     * @param work asks our store only while it is prepared, and changes nothing meanwhile
     */
    static Mono<Void> mayWaitUnlessKnown(Supplier<Mono<Void>> work) {
        return Mono.defer(() -> NonBlocking.ask(work).orElseGet(() -> mayWait(work)));
    }
}
