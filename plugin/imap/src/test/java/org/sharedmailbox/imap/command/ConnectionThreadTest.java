/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.encode.FakeImapSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.Answers;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.session.Sessions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** On which thread a command ends: on another, the end of an answer may overtake its beginning. */
class ConnectionThreadTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private final FakeImapSession session = Sessions.connectionOf(Username.of("anna@example.com"));
    private final List<String> ends = new CopyOnWriteArrayList<>();

    @Test
    void aCommandThatAnotherThreadWorkedOnEndsOnThatOfTheConnection() {
        execute(() -> scheduler().defer(Mono::empty)).block(TIMEOUT);

        assertThat(ends).singleElement().satisfies(this::isOfConnection);
    }

    @Test
    void aCommandThatNeedsNoOtherThreadEndsWhereItBegan() {
        execute(Mono::empty).block(TIMEOUT);

        assertThat(ends).containsExactly(Thread.currentThread().getName());
    }

    /** James begins it where the one before ends, whatever thread that was. */
    @Test
    void aCommandThatHadToWaitEndsOnTheThreadOfTheConnection() {
        execute(Mono::empty).subscribeOn(Schedulers.boundedElastic()).block(TIMEOUT);

        assertThat(ends).singleElement().satisfies(this::isOfConnection);
    }

    @Test
    void whatFailsOnAnotherThreadEndsOnThatOfTheConnection() {
        Mono<Void> command =
                thread(session)
                        .end(
                                scheduler()
                                        .defer(
                                                () ->
                                                        Mono.error(
                                                                new IllegalStateException(
                                                                        "broken"))));

        assertThatThrownBy(() -> noted(command).block(TIMEOUT)).hasMessage("broken");
        assertThat(ends).singleElement().satisfies(this::isOfConnection);
    }

    /** It would hang about for ever, with what it has in memory. */
    @Test
    void aCommandEndsThoughItsConnectionHasNoThreadAnyMore() {
        FakeImapSession stopped =
                new FakeImapSession() {
                    @Override
                    public void schedule(Runnable runnable, Duration waitDelay) {
                        throw new RejectedExecutionException("James has stopped");
                    }
                };

        noted(thread(stopped).end(scheduler().defer(Mono::empty))).block(TIMEOUT);

        assertThat(ends).hasSize(1);
    }

    private Mono<Void> execute(Supplier<Mono<Void>> command) {
        return noted(
                imap.instance(CommandExecutor.class)
                        .execute(Contexts.noop(session, new Answers()), command, Mono::empty));
    }

    private static ConnectionThread thread(ImapSession session) {
        return new ConnectionThread(session, Thread.currentThread());
    }

    private Mono<Void> noted(Mono<Void> command) {
        return command.doOnTerminate(() -> ends.add(Thread.currentThread().getName()));
    }

    private void isOfConnection(String thread) {
        assertThat(thread).contains(FakeImapSession.class.getSimpleName());
    }

    private BlockingScheduler scheduler() {
        return imap.instance(BlockingScheduler.class);
    }
}
