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

    /** More rounds only where others keep the machine busy, see {@link BestMedians}. */
    private static final int ROUNDS_AT_MOST = 8;

    private final BestMedians medians = new BestMedians();

    /** Something that keeps what is shared from being used. */
    interface Outage {
        /** Begins, has the commands measured, and ends. */
        void during(Runnable measurement);
    }

    /**
     * Fails if commands take longer during an outage than they usually do, and prints by how much.
     *
     * @param rounds how often it is tried at least; the first does not count, because the server's
     *     code is being compiled meanwhile
     */
    static void assertAsFastDuring(Outage outage, Person person, int rounds) {
        OwnCommandTimes normally = new OwnCommandTimes();
        OwnCommandTimes meanwhile = new OwnCommandTimes();
        for (int round = 0;
                round < rounds || (round < ROUNDS_AT_MOST && !meanwhile.areAsFastAs(normally));
                round++) {
            if (round == 1) {
                normally.clear();
                meanwhile.clear();
            }
            normally.measure(person);
            outage.during(() -> meanwhile.measure(person));
        }
        meanwhile.assertAsFastAs(normally);
    }

    /** Measures each command many times more. */
    private void measure(Person person) {
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
    private void clear() {
        medians.clear();
    }

    /** Whether no command takes longer than it usually does. */
    private boolean areAsFastAs(OwnCommandTimes usual) {
        return medians.areAtMost(AT_MOST, usual.medians);
    }

    /** Fails if a command takes longer than it usually does, and prints by how much. */
    private void assertAsFastAs(OwnCommandTimes usual) {
        medians.assertAtMost(AT_MOST, usual.medians);
    }
}
