/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.function.Supplier;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapSessionState;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Runs the rules of commands, and answers for them when something goes wrong. */
final class CommandRun {
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandRun.class);

    private static final AbandonedCommands ABANDONED = new AbandonedCommands(4);

    private CommandRun() {}

    /**
     * Runs a rule that asks the store, away from the event loop, and to its end whoever hangs up.
     * Answers {@code NO [UNAVAILABLE]} if the store does not answer. Whatever else goes wrong ends
     * the command, and not the connection.
     */
    static Mono<Void> whenAsked(Exchange<?> exchange, Supplier<Mono<Void>> rule) {
        return toTheEnd(exchange, StoreThreads.mayWait(rule));
    }

    /**
     * The same for a rule that asks the store only for rights, and before anything else. If they
     * are known there is no need to go to another thread.
     */
    static Mono<Void> whenKnown(Exchange<?> exchange, Supplier<Mono<Void>> rule) {
        return toTheEnd(exchange, StoreThreads.mayWaitUnlessKnown(rule));
    }

    /**
     * James gives a command up when the client hangs up, and Reactor interrupts the thread then:
     * half of a transfer would be left behind, what was done would not be recorded, and an embedded
     * database closes its file under all others.
     */
    private static Mono<Void> toTheEnd(Exchange<?> exchange, Mono<Void> work) {
        Mono<Void> answering = answering(exchange, work);
        return Mono.create(
                sink -> {
                    Username member = exchange.member();
                    if (ABANDONED.areTooMany(member)) {
                        LOGGER.warn("Too much is still done for {}", member.asString());
                        exchange.responder().respond(Refusal.limit(exchange.request().getTag()));
                        sink.success();
                        return;
                    }
                    AbandonedCommands.Command command = ABANDONED.begin(member);
                    sink.onCancel(command::abandon);
                    answering
                            .contextWrite(sink.contextView())
                            .doFinally(any -> command.end())
                            .subscribe(nothing -> {}, sink::error, sink::success);
                });
    }

    private static Mono<Void> answering(Exchange<?> exchange, Mono<Void> work) {
        return work.onErrorResume(
                        StoreUnavailableException.class,
                        e -> {
                            LOGGER.warn(
                                    "{} of {} is refused: {}",
                                    exchange.request().getCommand().getName(),
                                    exchange.member().asString(),
                                    e.getMessage());
                            return exchange.refuse(
                                    Refusal.unavailable(exchange.request().getTag()));
                        })
                .onErrorResume(
                        e -> {
                            log(exchange, e);
                            return exchange.refuse(Refusal.failed(exchange.request().getTag()));
                        });
    }

    /** What fails because the client has hung up, and nothing is selected any more, is no news. */
    private static void log(Exchange<?> exchange, Throwable failure) {
        String command = exchange.request().getCommand().getName();
        String member = exchange.member().asString();
        if (exchange.session().getState() == ImapSessionState.LOGOUT) {
            LOGGER.debug("{} of {}, who has hung up, failed", command, member, failure);
        } else {
            LOGGER.error("{} of {} failed", command, member, failure);
        }
    }
}
