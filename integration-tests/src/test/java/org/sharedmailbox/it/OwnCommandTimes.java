/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;

/** How long commands in one's own mailbox take. */
final class OwnCommandTimes {
    private static final List<String> COMMANDS =
            List.of("NOOP", "LIST \"\" \"*\"", "STATUS INBOX (MESSAGES)", "SELECT INBOX");

    private static final int REPETITIONS = 150;

    /** The goal is 1.03, which only a machine that does nothing else can show. */
    private static final double AT_MOST = 1.5;

    /** What two measurements of the same differ by on such a machine, in microseconds. */
    private static final long NOISE = 200;

    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

    /** Measures each command many times more. */
    void measure(Person person) {
        try (RawImap imap = person.imap()) {
            for (String command : COMMANDS) {
                List<Long> times = nanos.computeIfAbsent(command, any -> new ArrayList<>());
                for (int n = 0; n < REPETITIONS; n++) {
                    long started = System.nanoTime();
                    assertThat(imap.command(command).isOk()).isTrue();
                    times.add(System.nanoTime() - started);
                }
            }
        }
    }

    /** Forgets what was measured so far. */
    void clear() {
        nanos.clear();
    }

    /** Fails if a command takes longer than it usually does, and prints by how much. */
    void assertAsFastAs(OwnCommandTimes usual) {
        for (String command : COMMANDS) {
            long before = usual.median(command);
            long now = median(command);
            System.out.printf(
                    "%s: %d us before, %d us now: %.3f%n",
                    command, before, now, (double) now / before);
            assertThat((double) now).as(command).isLessThanOrEqualTo(before * AT_MOST + NOISE);
        }
    }

    /** In microseconds. */
    private long median(String command) {
        List<Long> times = nanos.getOrDefault(command, List.of());
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow() / 1_000;
    }
}
