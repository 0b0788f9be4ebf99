/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.james.core.Username;

/**
 * Counts for each delegate the commands that run on though their client has hung up: whoever sends
 * something long and closes the connection, again and again, would make the server do ever more at
 * once. Thread-safe.
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
     * @param max how many a delegate may leave behind and still send others
     */
    AbandonedCommands(int max) {
        this.max = max;
    }

    /** Whether the delegate has to wait until some of them are done. */
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

    /** One command on its way. */
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
