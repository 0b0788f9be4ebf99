/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.apache.james.imap.api.process.ImapSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The thread of a connection, on which James reads commands and writes answers. A command that
 * another thread has worked on has to end here: James sends the rest of the answer on the thread
 * that ends it, and what other threads have sent before waits in this one's queue. If James itself
 * looks after the next command at that moment, the rest would overtake the beginning. Immutable.
 */
final class ConnectionThread {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConnectionThread.class);

    private final ImapSession session;
    private final Thread thread;

    /**
     * @param thread the one on which James has handed over the command; it may begin the command
     *     later, on that of the command before
     */
    ConnectionThread(ImapSession session, Thread thread) {
        this.session = session;
        this.thread = thread;
    }

    /** Lets the command end on this thread, whichever it is done on. */
    Mono<Void> end(Mono<Void> command) {
        return Mono.create(
                sink ->
                        sink.onDispose(
                                command.contextWrite(sink.contextView())
                                        .subscribe(
                                                nothing -> {},
                                                e -> run(() -> sink.error(e)),
                                                () -> run(sink::success))));
    }

    /** Ends the command so: now, if this is its thread. */
    void run(Runnable end) {
        if (Thread.currentThread() == thread) {
            end.run();
            return;
        }
        try {
            session.schedule(() -> runLogged(end), Duration.ZERO);
        } catch (RejectedExecutionException e) {
            // James stops, and nobody is left to be answered.
            end.run();
        }
    }

    /** Nobody looks at what becomes of it there. */
    private static void runLogged(Runnable end) {
        try {
            end.run();
        } catch (RuntimeException e) {
            LOGGER.error("The end of a command fails", e);
        }
    }
}
