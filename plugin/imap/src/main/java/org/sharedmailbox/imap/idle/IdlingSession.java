/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.response.AnswerWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** A session that idles (RFC 2177), wherever. Thread-safe. */
final class IdlingSession {
    private static final Logger LOGGER = LoggerFactory.getLogger(IdlingSession.class);

    private final ImapSession session;
    private final @Nullable SelectedMailbox selected;
    private final AnswerWatch answers;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();

    IdlingSession(CommandContext<?> context) {
        this.session = context.session();
        this.selected = context.session().getSelected();
        this.answers = new AnswerWatch(context.responder());
    }

    /** Returns where James is to respond, so that it is known when the client has said DONE. */
    Responder responder() {
        return answers.asResponder();
    }

    ImapSession session() {
        return session;
    }

    /** Decides whether it still idles: a connection may end without a word. */
    boolean isIdling() {
        return !answers.isAnswered()
                && session.getState() != ImapSessionState.LOGOUT
                && session.getSelected() == selected;
    }

    /**
     * Says {@code * BYE} and ends the session, on the connection's own thread.
     *
     * @param failed runs if the session goes on, so that this is to be called again
     */
    void end(CommandExecutor executor, Runnable failed) {
        session.executeSafely(() -> endNow(executor, failed));
    }

    private void endNow(CommandExecutor executor, Runnable failed) {
        // Logging out may take a while, until when it looks as if it still idled.
        if (isIdling() && ending.compareAndSet(false, true)) {
            Mono.defer(() -> sayByeOnce(executor))
                    .subscribe(
                            nothing -> {},
                            e -> {
                                noteFailure(e);
                                ending.set(false);
                                failed.run();
                            });
        }
    }

    private Mono<Void> sayByeOnce(CommandExecutor executor) {
        if (!told.compareAndSet(false, true)) {
            return session.logout();
        }
        session.popLineHandler();
        return executor.end(session, answers.asResponder());
    }

    /** Logs why the session goes on, the first time. */
    void noteFailure(Throwable failure) {
        if (failing.compareAndSet(false, true)) {
            LOGGER.warn(
                    "A session whose sign-in may have ended goes on; it is tried again", failure);
        }
    }
}
