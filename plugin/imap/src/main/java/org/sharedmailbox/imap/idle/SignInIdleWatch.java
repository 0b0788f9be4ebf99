/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.administration.SignInMoment;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandExecutor;

/**
 * Knows who idles, in their own folders too, and ends that once their sign-in has changed, on
 * whichever server: who idles sends no command that could be refused. Asks nobody anything.
 * Thread-safe.
 */
@Singleton
class SignInIdleWatch {
    private static final Duration PERIOD = Duration.ofMillis(300);

    private final CommandExecutor executor;
    private final SignInChanges changes;
    private final Set<IdlingSession> sessions = ConcurrentHashMap.newKeySet();

    /** Of the timer's thread. */
    private SignInMoment seen = SignInMoment.EARLIEST;

    /** Whether somebody could not be told, so that all are looked at again. */
    private volatile boolean again;

    @Inject
    SignInIdleWatch(CommandExecutor executor, SignInChanges changes, BlockingScheduler scheduler) {
        this.executor = executor;
        this.changes = changes;
        scheduler.every(PERIOD, this::look);
    }

    void watch(IdlingSession session) {
        sessions.add(session);
        // A change between the command's own check and this line.
        endIfSignedOut(session);
    }

    private void look() {
        sessions.removeIf(session -> !session.isIdling());
        SignInMoment now = changes.now();
        if (again || !now.equals(seen)) {
            again = false;
            sessions.forEach(this::endIfSignedOut);
            seen = now;
        }
    }

    private void endIfSignedOut(IdlingSession session) {
        try {
            if (executor.hasEnded(session.session())) {
                session.end(executor, () -> again = true);
            }
        } catch (RuntimeException e) {
            // Of one session, which the others need not suffer for.
            session.noteFailure(e);
            again = true;
        }
    }
}
