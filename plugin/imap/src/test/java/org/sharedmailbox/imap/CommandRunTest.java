/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
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
import org.sharedmailbox.failure.StoreUnavailableException;
import reactor.core.Disposable;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

/** What becomes of a command that fails, and of one whose client has hung up. */
class CommandRunTest {
    private static final long SOON = 10;

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);

    @BeforeEach
    void noticeWhatNobodyHandles() {
        Hooks.onErrorDropped(dropped::add);
    }

    @AfterEach
    void forget() {
        Hooks.resetOnErrorDropped();
    }

    @Test
    void whatFailsIsAnsweredAndEndsTheCommandOnly() {
        CommandRun.whenAsked(noop(), () -> Mono.error(new IllegalStateException("broken"))).block();

        assertThat(answers)
                .containsExactly("a1 NO [SERVERBUG] This failed; the server's log tells why.");
    }

    @Test
    void storeThatDoesNotAnswerIsTold() {
        CommandRun.whenKnown(
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
        Exchange<NoopRequest> exchange = noop();
        Disposable command =
                CommandRun.whenAsked(exchange, () -> afterHangUp(exchange.complete())).subscribe();
        hangUp(command);

        assertThat(answers.poll(SOON, SECONDS)).isNotNull();
    }

    @Test
    void whatFailsAfterTheClientHasHungUpIsHandledLikeAnyOther() throws InterruptedException {
        Disposable command =
                CommandRun.whenAsked(
                                noop(),
                                () -> afterHangUp(Mono.error(new IllegalStateException("late"))))
                        .subscribe();
        hangUp(command);

        assertThat(answers.poll(SOON, SECONDS)).startsWith("a1 NO [SERVERBUG]");
        assertThat(dropped).isEmpty();
    }

    @Test
    void whoLeavesTooMuchBehindHasToWaitUntilItIsDone() throws InterruptedException {
        for (int n = 0; n < 4; n++) {
            Exchange<NoopRequest> exchange = noop();
            CountDownLatch begun = new CountDownLatch(1);
            Disposable command =
                    CommandRun.whenAsked(
                                    exchange,
                                    () -> {
                                        begun.countDown();
                                        return afterHangUp(exchange.complete());
                                    })
                            .subscribe();
            assertThat(begun.await(SOON, SECONDS)).isTrue();
            command.dispose();
        }

        Exchange<NoopRequest> more = noop();
        CommandRun.whenKnown(more, more::complete).block();
        assertThat(answers).singleElement().asString().startsWith("a1 NO [LIMIT] ");
        Exchange<NoopRequest> ofOther = noopOf("bob@example.com");
        CommandRun.whenKnown(ofOther, ofOther::complete).block();
        assertThat(answers).hasSize(2).last().asString().doesNotContain("LIMIT");

        hungUp.countDown();
        for (int n = 0; n < 2 + 4; n++) {
            assertThat(answers.poll(SOON, SECONDS)).isNotNull();
        }
        Awaitility.await().until(() -> completes(noop()));
    }

    private boolean completes(Exchange<NoopRequest> exchange) throws InterruptedException {
        CommandRun.whenKnown(exchange, exchange::complete).block();
        return !String.valueOf(answers.poll(SOON, SECONDS)).contains("LIMIT");
    }

    private Mono<Void> afterHangUp(Mono<Void> rest) {
        return Mono.defer(
                () -> {
                    started.countDown();
                    try {
                        assertThat(hungUp.await(SOON, SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                        return Mono.error(e);
                    }
                    return rest;
                });
    }

    private void hangUp(Disposable command) throws InterruptedException {
        assertThat(started.await(SOON, SECONDS)).isTrue();
        command.dispose();
        hungUp.countDown();
    }

    private Exchange<NoopRequest> noop() {
        return noopOf("anna@example.com");
    }

    private Exchange<NoopRequest> noopOf(String member) {
        ImapSession session = Sessions.connectionOf(Username.of(member));
        return new Exchange<>(
                new NoopRequest(new Tag("a1")), new Answers(), session, new NoStock());
    }

    private final class Answers implements ImapProcessor.Responder {
        @Override
        public void respond(ImapResponseMessage message) {
            answers.add(message.toString());
        }

        @Override
        public void flush() {}
    }

    private static final class NoStock implements ImapProcessor {
        @Override
        public Mono<Void> processReactive(
                ImapMessage message, Responder responder, ImapSession session) {
            throw new UnsupportedOperationException("Nothing goes to stock here");
        }

        @Override
        public void configure(ImapConfiguration imapConfiguration) {}
    }
}
