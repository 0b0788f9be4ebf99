/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.response.TaggedNo;
import org.sharedmailbox.transaction.NonBlocking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Runs the commands that concern other owners, and answers for them when something goes wrong: a
 * failure ends the command, never the connection. Thread-safe.
 */
@Singleton
public class CommandExecutor {
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandExecutor.class);
    private static final int MAX_ABANDONED = 4;
    private static final int MAX_NESTED = 16;

    private final AbandonedCommands abandoned = new AbandonedCommands(MAX_ABANDONED);
    private final ThreadLocal<Integer> nested = ThreadLocal.withInitial(() -> 0);
    private final BlockingScheduler scheduler;
    private final SignInCheck signIns;

    @Inject
    CommandExecutor(BlockingScheduler scheduler, SignInCheck signIns) {
        this.scheduler = scheduler;
        this.signIns = signIns;
    }

    /**
     * Handles a command of whoever, after it is known whose sign-in has ended: that may not be so
     * right after the server was asleep, with the commands that came meanwhile.
     */
    public Mono<Void> whenAwake(ImapSession session, Supplier<Mono<Void>> command) {
        return whenAwake(session, Thread.currentThread(), command);
    }

    /** Does the same, for a command that James has handed over on that thread. */
    Mono<Void> whenAwake(ImapSession session, Thread thread, Supplier<Mono<Void>> command) {
        return Mono.defer(
                () ->
                        signIns.isBehind()
                                ? new ConnectionThread(session, thread)
                                        .end(afterCatchingUp(command))
                                : command.get());
    }

    private Mono<Void> afterCatchingUp(Supplier<Mono<Void>> command) {
        return scheduler.run(signIns::catchUp).then(Mono.defer(command));
    }

    /**
     * Decides whether the sign-in that the session began with holds no longer: the account got
     * another password, became a shared mailbox, was deleted or made anew.
     */
    public boolean hasEnded(ImapSession session) {
        return signIns.hasEnded(session);
    }

    /** Ends a session whose sign-in holds no longer, with BYE. */
    public Mono<Void> end(ImapSession session, Responder responder) {
        responder.respond(StatusResponses.byeSignInChanged());
        // James closes the connection before it would do this.
        responder.flush();
        return session.logout();
    }

    /**
     * Runs the command to its end, whoever hangs up meanwhile. James gives a command up when the
     * client hangs up, and Reactor then interrupts the thread: half of a transfer would be left
     * behind, what was done would not be recorded, and an embedded database closes its file under
     * everybody else.
     *
     * @param command is prepared on the caller's thread if it asks only for what is known; must
     *     change nothing while it is prepared, because it may be prepared again on a thread that
     *     may block
     * @param overLimit is done instead for who has left too many commands running
     */
    Mono<Void> execute(
            CommandContext<?> context,
            Supplier<Mono<Void>> command,
            Supplier<Mono<Void>> overLimit) {
        return Mono.create(
                sink -> {
                    Username delegate = context.delegate();
                    boolean tooMany = abandoned.areTooMany(delegate);
                    if (tooMany) {
                        LOGGER.warn(
                                "Too many commands that {} has abandoned are still running: {} only"
                                        + " concerns their own folders, if at all",
                                delegate.asString(),
                                context.request().getCommand().getName());
                    }
                    AbandonedCommands.Command running = abandoned.begin(delegate);
                    sink.onCancel(running::abandon);
                    Mono<Void> answered =
                            answerFailures(context, prepare(tooMany ? overLimit : command))
                                    .contextWrite(sink.contextView())
                                    .doFinally(any -> running.end());
                    nesting(
                            () ->
                                    answered.subscribe(
                                            nothing -> {},
                                            e -> end(context, () -> sink.error(e)),
                                            () -> end(context, sink::success)));
                });
    }

    /** Costs nothing where no other thread has worked on the command. */
    private static void end(CommandContext<?> context, Runnable end) {
        if (Thread.currentThread() == context.thread()) {
            end.run();
        } else {
            new ConnectionThread(context.session(), context.thread()).run(end);
        }
    }

    /**
     * Counts how many commands have begun on this thread within the end of one another. James
     * begins the next one of a client that does not wait for answers where the one before ends, and
     * the stack grows with each that needs no other thread.
     */
    private void nesting(Runnable command) {
        int before = nested.get();
        nested.set(before + 1);
        try {
            command.run();
        } finally {
            if (before == 0) {
                nested.remove();
            } else {
                nested.set(before);
            }
        }
    }

    /** Spares two changes of thread where the answers are known. */
    private Mono<Void> prepare(Supplier<Mono<Void>> command) {
        if (nested.get() >= MAX_NESTED) {
            return scheduler.defer(command);
        }
        return Mono.defer(() -> NonBlocking.ask(command).orElseGet(() -> scheduler.defer(command)));
    }

    private static Mono<Void> answerFailures(CommandContext<?> context, Mono<Void> command) {
        return command.onErrorResume(
                e ->
                        e instanceof StoreUnavailableException
                                ? answerUnavailable(context, (StoreUnavailableException) e)
                                : answerFailed(context, e));
    }

    private static Mono<Void> answerUnavailable(
            CommandContext<?> context, StoreUnavailableException failure) {
        if (!failure.isLogged()) {
            LOGGER.warn(
                    "{} of {} is refused: {}",
                    context.request().getCommand().getName(),
                    context.delegate().asString(),
                    failure.getMessage());
        }
        return context.respond(TaggedNo.unavailable(context.request().getTag()));
    }

    private static Mono<Void> answerFailed(CommandContext<?> context, Throwable failure) {
        log(context, failure);
        return context.respond(TaggedNo.failed(context.request().getTag()));
    }

    /** Answers a command that has ended without an answer, which is a fault. */
    static Mono<Void> answerUnanswered(CommandContext<?> context) {
        if (context.session().getState() == ImapSessionState.LOGOUT) {
            return Mono.empty();
        }
        LOGGER.error(
                "{} of {} has ended without an answer",
                context.request().getCommand().getName(),
                context.delegate().asString());
        return context.respond(TaggedNo.failed(context.request().getTag()));
    }

    /** Logs a failure; one that comes of the client having hung up is nothing to worry about. */
    private static void log(CommandContext<?> context, Throwable failure) {
        String command = context.request().getCommand().getName();
        String delegate = context.delegate().asString();
        if (context.session().getState() == ImapSessionState.LOGOUT) {
            LOGGER.debug("{} of {}, who has hung up, failed", command, delegate, failure);
        } else {
            LOGGER.error("{} of {} failed", command, delegate, failure);
        }
    }
}
