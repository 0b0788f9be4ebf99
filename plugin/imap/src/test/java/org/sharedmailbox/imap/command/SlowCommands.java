/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CountDownLatch;
import org.apache.james.core.Username;
import org.apache.james.imap.message.request.NoopRequest;
import org.sharedmailbox.imap.Answers;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.session.Sessions;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Commands that go on running although their client has hung up. */
public final class SlowCommands {
    private static final long TIMEOUT_SECONDS = 30;

    /** Longer than a test takes. */
    private static final long HELD_SECONDS = 120;

    private final CommandExecutor executor;
    private final BlockingScheduler scheduler;

    public SlowCommands(InMemoryImap imap) {
        this.executor = imap.instance(CommandExecutor.class);
        this.scheduler = imap.instance(BlockingScheduler.class);
    }

    /**
     * Begins so many commands of the user and hangs up; they run until the latch is down, which a
     * test sees to when it ends.
     */
    public void abandonUpTo(Username user, int commands, CountDownLatch end)
            throws InterruptedException {
        for (int n = 0; n < commands; n++) {
            CountDownLatch begun = new CountDownLatch(1);
            CommandContext<NoopRequest> context =
                    Contexts.noop(Sessions.connectionOf(user), new Answers());
            Disposable command =
                    executor.execute(
                                    context,
                                    () -> scheduler.run(() -> awaitEnd(begun, end)),
                                    Mono::empty)
                            .subscribe();
            if (!begun.await(TIMEOUT_SECONDS, SECONDS)) {
                throw new AssertionError("The command does not begin");
            }
            command.dispose();
        }
    }

    private static void awaitEnd(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            if (!end.await(HELD_SECONDS, SECONDS)) {
                throw new AssertionError("The test does not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("The command is interrupted", e);
        }
    }
}
