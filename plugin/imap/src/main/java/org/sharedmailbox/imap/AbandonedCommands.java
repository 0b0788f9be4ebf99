/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.james.core.Username;

/**
 * Counts for each member the commands that run on though their client has hung up: whoever sends
 * something long and closes the connection, again and again, would make the server do ever more at
 * once. Safe for use by many threads.
 */
final class AbandonedCommands {
    private enum State {
        RUNNING,
        ABANDONED,
        ENDED
    }

    private final int most;
    private final Map<Username, Integer> counts = new ConcurrentHashMap<>();

    /**
     * @param most how many a member may leave behind and still send others
     */
    AbandonedCommands(int most) {
        this.most = most;
    }

    /** Whether the member has to wait until some of them are done. */
    boolean areTooMany(Username member) {
        return counts.getOrDefault(member, 0) >= most;
    }

    Command begin(Username member) {
        return new Command(member);
    }

    private void add(Username member, int more) {
        counts.compute(
                member,
                (any, before) -> {
                    int after = (before == null ? 0 : before) + more;
                    return after == 0 ? null : after;
                });
    }

    /** One command on its way. */
    final class Command {
        private final Username member;
        private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

        private Command(Username member) {
            this.member = member;
        }

        void abandon() {
            add(member, 1);
            if (!state.compareAndSet(State.RUNNING, State.ABANDONED)) {
                add(member, -1);
            }
        }

        void end() {
            if (state.getAndSet(State.ENDED) == State.ABANDONED) {
                add(member, -1);
            }
        }
    }
}
