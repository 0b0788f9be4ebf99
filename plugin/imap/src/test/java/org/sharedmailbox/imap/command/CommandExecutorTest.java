/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.NoopRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.response.TaggedNo;
import org.sharedmailbox.imap.session.Sessions;
import reactor.core.Disposable;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

/** What becomes of a command that fails, and of one whose client has hung up. */
class CommandExecutorTest {
    private static final long TIMEOUT_SECONDS = 30;

    /** Longer than a test takes, which ends it. */
    private static final long HELD_SECONDS = 120;

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private BlockingScheduler scheduler;
    private CommandExecutor executor;

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);

    @BeforeEach
    void takeExecutor() {
        executor = imap.instance(CommandExecutor.class);
        scheduler = imap.instance(BlockingScheduler.class);
    }

    @BeforeEach
    void noticeWhatNobodyHandles() {
        Hooks.onErrorDropped(dropped::add);
    }

    @AfterEach
    void forget() {
        hungUp.countDown();
        Hooks.resetOnErrorDropped();
    }

    @Test
    void whatFailsIsAnsweredAndEndsTheCommandOnly() {
        execute(noop(), () -> Mono.error(new IllegalStateException("broken"))).block();

        assertThat(answers)
                .containsExactly(
                        "a1 NO [SERVERBUG] The command failed; the server's log has the reason.");
    }

    /** James begins each where the one before ends, on the same stack. */
    @Test
    void tensOfThousandsOfCommandsThatWaitForOneAnotherAreAllDone() {
        AtomicInteger left = new AtomicInteger(50_000);

        next(left);

        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> left.get() == 0);
        assertThat(dropped).isEmpty();
    }

    private void next(AtomicInteger left) {
        if (left.get() > 0) {
            execute(noop(), Mono::empty)
                    .doFinally(
                            any -> {
                                left.decrementAndGet();
                                next(left);
                            })
                    .subscribe();
        }
    }

    @Test
    void storeThatDoesNotAnswerIsTold() {
        execute(
                        noop(),
                        () -> {
                            throw new StoreUnavailableException(
                                    "no answer", new RuntimeException());
                        })
                .block();

        assertThat(answers).singleElement().asString().startsWith("a1 NO [UNAVAILABLE] ");
    }

    @Test
    void commandWhoseClientHangsUpRunsToItsEnd() throws InterruptedException {
        CommandContext<NoopRequest> context = noop();
        Disposable command =
                execute(context, () -> scheduler.defer(() -> afterHangUp(context.complete())))
                        .subscribe();
        hangUp(command);

        assertThat(answers.poll(TIMEOUT_SECONDS, SECONDS)).isNotNull();
    }

    @Test
    void whatFailsAfterTheClientHasHungUpIsHandledLikeAnyOther() throws InterruptedException {
        Disposable command =
                execute(
                                noop(),
                                () ->
                                        scheduler.defer(
                                                () ->
                                                        afterHangUp(
                                                                Mono.error(
                                                                        new IllegalStateException(
                                                                                "late")))))
                        .subscribe();
        hangUp(command);

        assertThat(answers.poll(TIMEOUT_SECONDS, SECONDS)).startsWith("a1 NO [SERVERBUG]");
        assertThat(dropped).isEmpty();
    }

    @Test
    void whoLeavesTooMuchBehindHasToWaitUntilItIsDone() throws InterruptedException {
        for (int n = 0; n < 4; n++) {
            CommandContext<NoopRequest> context = noop();
            CountDownLatch begun = new CountDownLatch(1);
            Disposable command =
                    execute(
                                    context,
                                    () ->
                                            scheduler.defer(
                                                    () -> {
                                                        begun.countDown();
                                                        return afterHangUp(context.complete());
                                                    }))
                            .subscribe();
            assertThat(begun.await(TIMEOUT_SECONDS, SECONDS)).isTrue();
            command.dispose();
        }

        CommandContext<NoopRequest> more = noop();
        execute(more, more::complete).block();
        assertThat(answers).singleElement().asString().startsWith("a1 NO [LIMIT] ");
        CommandContext<NoopRequest> ofOther = noopOf("bob@example.com");
        execute(ofOther, ofOther::complete).block();
        assertThat(answers).hasSize(2).last().asString().doesNotContain("LIMIT");

        hungUp.countDown();
        for (int n = 0; n < 2 + 4; n++) {
            assertThat(answers.poll(TIMEOUT_SECONDS, SECONDS)).isNotNull();
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> completes(noop()));
    }

    private Mono<Void> execute(CommandContext<NoopRequest> context, Supplier<Mono<Void>> command) {
        return executor.execute(
                context,
                command,
                () -> context.respond(TaggedNo.limit(context.request().getTag())));
    }

    private boolean completes(CommandContext<NoopRequest> context) throws InterruptedException {
        execute(context, context::complete).block();
        return !String.valueOf(answers.poll(TIMEOUT_SECONDS, SECONDS)).contains("LIMIT");
    }

    private Mono<Void> afterHangUp(Mono<Void> rest) {
        return Mono.defer(
                () -> {
                    started.countDown();
                    try {
                        assertThat(hungUp.await(HELD_SECONDS, SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                        return Mono.error(e);
                    }
                    return rest;
                });
    }

    private void hangUp(Disposable command) throws InterruptedException {
        assertThat(started.await(TIMEOUT_SECONDS, SECONDS)).isTrue();
        command.dispose();
        hungUp.countDown();
    }

    private CommandContext<NoopRequest> noop() {
        return noopOf("anna@example.com");
    }

    private CommandContext<NoopRequest> noopOf(String user) {
        ImapSession session = Sessions.connectionOf(Username.of(user));
        return new CommandContext<>(
                new NoopRequest(new Tag("a1")), new Answers(), session, new NoDefault());
    }

    private final class Answers implements ImapProcessor.Responder {
        @Override
        public void respond(ImapResponseMessage message) {
            answers.add(message.toString());
        }

        @Override
        public void flush() {}
    }

    private static final class NoDefault implements ImapProcessor {
        @Override
        public Mono<Void> processReactive(
                ImapMessage message, Responder responder, ImapSession session) {
            throw new UnsupportedOperationException("Nothing is handed on here");
        }

        @Override
        public void configure(ImapConfiguration imapConfiguration) {}
    }
}
