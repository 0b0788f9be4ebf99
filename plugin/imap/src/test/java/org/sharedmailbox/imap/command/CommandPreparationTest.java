/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.apache.james.imap.message.request.NoopRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.Answers;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.session.Sessions;
import org.sharedmailbox.transaction.NonBlocking;
import reactor.core.publisher.Mono;

/** On which thread a command is prepared, and how often. */
class CommandPreparationTest {
    private static final String OURS = "shared-mailboxes-";

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();
    private final Answers answers = new Answers();
    private CommandExecutor executor;
    private CommandContext<NoopRequest> context;

    @BeforeEach
    void takeExecutor() {
        executor = imap.instance(CommandExecutor.class);
        context = Contexts.noop(Sessions.connectionOf(ALICE), answers);
    }

    private Mono<Void> execute(Supplier<Mono<Void>> command) {
        return executor.execute(context, command, Mono::empty);
    }

    private Supplier<Mono<Void>> preparing(Runnable preparation) {
        return () -> {
            threads.add(Thread.currentThread().getName());
            preparation.run();
            return Mono.fromRunnable(() -> threads.add(Thread.currentThread().getName()));
        };
    }

    @Test
    void whatNeedsNoWaitingStaysOnItsThread() {
        execute(preparing(() -> {})).block();

        String here = Thread.currentThread().getName();
        assertThat(threads).containsExactly(here, here);
    }

    @Test
    void whatHasToWaitIsPreparedOnceMoreOnAThreadThatMayBlock() {
        execute(preparing(NonBlocking::aboutToBlock)).block();

        assertThat(threads).hasSize(3);
        assertThat(threads.poll()).isEqualTo(Thread.currentThread().getName());
        assertThat(threads).allMatch(name -> name.startsWith(OURS));
    }

    /** What is done later, and not while it is prepared, may wait on any thread. */
    @Test
    void onlyThePreparationIsAsked() {
        execute(
                        () -> {
                            threads.add(Thread.currentThread().getName());
                            return Mono.fromRunnable(NonBlocking::aboutToBlock);
                        })
                .block();

        assertThat(threads).hasSize(1);
    }

    @Test
    void nothingIsPreparedBeforeItIsSubscribedTo() {
        execute(preparing(() -> {}));

        assertThat(threads).isEmpty();
    }
}
