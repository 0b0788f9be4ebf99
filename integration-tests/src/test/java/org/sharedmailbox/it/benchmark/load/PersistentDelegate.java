/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.util.List;
import java.util.concurrent.Callable;
import org.sharedmailbox.it.client.RawImap;

/**
 * Another client of a delegate, who tries to get at the mailbox without a pause, whatever the
 * answer: its commands are on their way while the right to them is taken away, and so might have
 * what they have read remembered.
 */
final class PersistentDelegate implements Callable<Void> {
    private final Membership membership;
    private final RawImap imap;
    private final Shift shift;
    private int tries;
    private int letIn;

    PersistentDelegate(Membership membership, RawImap imap, Shift shift) {
        this.membership = membership;
        this.imap = imap;
        this.shift = shift;
    }

    @Override
    public Void call() {
        List<String> commands =
                List.of(
                        "SELECT \"" + membership.inbox() + "\"",
                        "FETCH 1 (FLAGS)",
                        "STATUS \"" + membership.inbox() + "\" (MESSAGES)");
        try (imap) {
            while (!shift.isOver()) {
                commands.forEach(this::command);
            }
        }
        return null;
    }

    private void command(String command) {
        int before = membership.state();
        boolean done = imap.command(command).isOk();
        if (Membership.isRevoked(before) && membership.state() == before) {
            tries++;
            letIn += done ? 1 : 0;
        }
    }

    /** Returns how many commands had to be refused. */
    int tries() {
        return tries;
    }

    /** Returns how many of those were carried out. */
    int letIn() {
        return letIn;
    }
}
