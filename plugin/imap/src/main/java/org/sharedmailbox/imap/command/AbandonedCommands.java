/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.james.core.Username;

/**
 * Counts each delegate's commands that go on running although their client has hung up. Somebody
 * who sends a long command and closes the connection, again and again, would otherwise have the
 * server do more and more at once. Thread-safe.
 */
final class AbandonedCommands {
    private enum State {
        RUNNING,
        ABANDONED,
        ENDED
    }

    private final int max;
    private final Map<Username, Integer> counts = new ConcurrentHashMap<>();

    /**
     * Makes a counter.
     *
     * @param max how many a delegate may leave running before others of theirs are refused
     */
    AbandonedCommands(int max) {
        this.max = max;
    }

    /** Decides whether the delegate has to wait until some of them are done. */
    boolean areTooMany(Username delegate) {
        return counts.getOrDefault(delegate, 0) >= max;
    }

    Command begin(Username delegate) {
        return new Command(delegate);
    }

    private void add(Username delegate, int more) {
        counts.compute(
                delegate,
                (any, before) -> {
                    int after = (before == null ? 0 : before) + more;
                    return after == 0 ? null : after;
                });
    }

    /** A command that has begun. */
    final class Command {
        private final Username delegate;
        private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

        private Command(Username delegate) {
            this.delegate = delegate;
        }

        void abandon() {
            add(delegate, 1);
            if (!state.compareAndSet(State.RUNNING, State.ABANDONED)) {
                add(delegate, -1);
            }
        }

        void end() {
            if (state.getAndSet(State.ENDED) == State.ABANDONED) {
                add(delegate, -1);
            }
        }
    }
}
