/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.ExecutedClasses;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** How many classes a command goes through, as docs/contributor/flow.md counts them. */
class CommandPathIT {
    private static final int MAX_CLASSES_OF_FETCH = 24;

    /**
     * Of several, the shortest way is the one on which nothing had to be read anew; on a machine
     * that is busy what was read may be old each time for a while.
     */
    private static final Duration ATTEMPTS = Duration.ofMinutes(1);

    private static final ExecutedClasses executed = new ExecutedClasses();

    @RegisterExtension
    static final StockJamesExtension james =
            new StockJamesExtension(
                    StockJames.named("path").withJavaOptions(executed.javaOption()));

    @Test
    void aFetchOfASharedMessageGoesThroughFewClasses() {
        Company company = Company.on(james.server());
        try (RawImap owner = company.signsInAs(SUPPORT)) {
            expectOk(owner.command("APPEND INBOX {4+}\r\nmail"));
        }
        try (RawImap alice = company.hires("alice", "READ").imap()) {
            expectOk(alice.command("SELECT #user.support.INBOX"));

            Set<String> path = shortestPath(alice);

            assertThat(path)
                    .contains(
                            "org.sharedmailbox.imap.message.FetchProcessor",
                            "org.sharedmailbox.delegation.AccessResolver")
                    .hasSizeLessThanOrEqualTo(MAX_CLASSES_OF_FETCH);
        }
    }

    private static Set<String> shortestPath(RawImap alice) {
        long end = System.nanoTime() + ATTEMPTS.toNanos();
        Set<String> shortest = classesOfFetch(alice);
        while (shortest.size() > MAX_CLASSES_OF_FETCH && System.nanoTime() - end < 0) {
            Set<String> another = classesOfFetch(alice);
            shortest = another.size() < shortest.size() ? another : shortest;
        }
        return shortest;
    }

    private static Set<String> classesOfFetch(RawImap alice) {
        expectOk(alice.command("FETCH 1 (FLAGS)"));
        Set<String> path = executed.during(() -> expectOk(alice.command("FETCH 1 (FLAGS)")));
        path.removeIf(
                name ->
                        name.startsWith("org.sharedmailbox.model.")
                                // The types that are declared, a value too.
                                || name.equals("org.sharedmailbox.mailbox.SharedMailboxTypes")
                                // Timers, which run beside.
                                || name.equals("org.sharedmailbox.imap.idle.IdleWatch")
                                || name.equals("org.sharedmailbox.imap.idle.SignInIdleWatch"));
        return path;
    }
}
