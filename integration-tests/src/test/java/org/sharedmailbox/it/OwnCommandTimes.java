/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.Durations;

/** How long commands in one's own mailbox take. */
final class OwnCommandTimes {
    private static final List<String> COMMANDS =
            List.of("NOOP", "LIST \"\" \"*\"", "STATUS INBOX (MESSAGES)", "SELECT INBOX");

    private static final int REPETITIONS = 150;

    /** The goal is 1.03, which only a machine that does nothing else can show. */
    private static final double AT_MOST = 1.5;

    private final BestMedians medians = new BestMedians();

    /** Measures each command many times more. */
    void measure(Person person) {
        try (RawImap imap = person.imap()) {
            for (String command : COMMANDS) {
                medians.add(
                        command,
                        Durations.of(
                                REPETITIONS,
                                () -> assertThat(imap.command(command).isOk()).isTrue()));
            }
        }
    }

    /** Forgets what was measured so far. */
    void clear() {
        medians.clear();
    }

    /** Whether no command takes longer than it usually does. */
    boolean areAsFastAs(OwnCommandTimes usual) {
        return medians.areAtMost(AT_MOST, usual.medians);
    }

    /** Fails if a command takes longer than it usually does, and prints by how much. */
    void assertAsFastAs(OwnCommandTimes usual) {
        medians.assertAtMost(AT_MOST, usual.medians);
    }
}
