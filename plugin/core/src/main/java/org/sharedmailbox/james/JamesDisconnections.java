/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.mailbox.Disconnections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Has James close connections, from 3.9 on: those of IMAP, SMTP and JMAP, not of POP3 and
 * ManageSieve. It does so on a thread of its own, and for several users at a time, because James
 * goes through all users of the server at each request, to end their JMAP push subscriptions.
 * Thread-safe.
 */
@Singleton
public class JamesDisconnections implements Disconnections {
    private static final Logger LOGGER = LoggerFactory.getLogger(JamesDisconnections.class);

    /** Collects users for one request to James; connections are to end within a second. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final int MAX_QUEUED = 2;
    private static final int IDLE_SECONDS = 60;

    private final JamesServices james;
    private final Optional<DisconnectorNotifierCall> call;
    private final Set<Username> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /** James waits for its users repository, which Reactor's other threads may not. */
    private final Scheduler thread =
            Schedulers.newBoundedElastic(
                    1, MAX_QUEUED, "shared-mailboxes-disconnections", IDLE_SECONDS, true);

    @Inject
    public JamesDisconnections(JamesServices james) {
        this(james, JamesDisconnections.class.getClassLoader());
    }

    JamesDisconnections(JamesServices james, ClassLoader classes) {
        this.james = james;
        this.call = DisconnectorNotifierCall.find(classes);
    }

    @Override
    public void disconnect(Username user) {
        if (call.isEmpty()) {
            return;
        }
        waiting.add(user);
        if (scheduled.compareAndSet(false, true)) {
            try {
                thread.schedule(
                        () -> disconnectWaiting(call.get()),
                        PAUSE.toMillis(),
                        TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOGGER.warn("Connections of {} are not closed", user.asString(), e);
                scheduled.set(false);
            }
        }
    }

    private void disconnectWaiting(DisconnectorNotifierCall notifierCall) {
        scheduled.set(false);
        Set<Username> users = new HashSet<>(waiting);
        waiting.removeAll(users);
        try {
            // Not looked for before: James's servers are made after us.
            james.find(notifierCall.notifier())
                    .ifPresent(notifier -> notifierCall.disconnect(notifier, users));
        } catch (RuntimeException | LinkageError e) {
            LOGGER.warn(
                    "James failed to close connections of {} users. Whoever may not stay connected"
                            + " learns so at their next command",
                    users.size(),
                    e);
        }
    }

    /** Ends the thread when James stops. */
    @PreDestroy
    public void close() {
        thread.dispose();
    }
}
