/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.Durations;

/** What somebody does in the mailbox of support, whose store may be away. */
final class SharedWork {
    static final String SUPPORT = "support@example.com";

    private static final String LETTER = "From: support@example.com\r\nSubject: x\r\n\r\nx\r\n";
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** The wait of whoever comes first, and is not told by others: some seconds. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(20);

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Person member;

    SharedWork(Person member) {
        this.member = member;
    }

    /** Fails unless it is refused, be it after the wait of whoever is the first to ask. */
    void assertRefusedAtLast() {
        assertThat(Durations.of(1, this::assertSelectionIsRefusedAfterSigningIn).longest())
                .isLessThan(FIRST_WAIT);
    }

    /** Fails unless all of it is refused at once. */
    void assertRefusedAtOnce() {
        try (RawImap imap = member.imap();
                RawSmtp smtp = member.smtp()) {
            assertAtOnce(() -> assertSelectionIsRefused(imap));
            assertAtOnce(
                    () ->
                            assertThat(smtp.sends(SUPPORT, List.of(member.address()), LETTER))
                                    .startsWith("451 "));
        }
    }

    /** Fails unless all of it is done at once. */
    void assertDoneAtOnce() {
        try (RawImap imap = member.imap();
                RawSmtp smtp = member.smtp()) {
            assertAtOnce(
                    () ->
                            assertThat(imap.command("SELECT #user.support.INBOX").completion())
                                    .startsWith("OK "));
            assertAtOnce(
                    () ->
                            assertThat(smtp.sends(SUPPORT, List.of(member.address()), LETTER))
                                    .startsWith("250 "));
        }
    }

    /** Fails unless it takes no time, however often it is done. */
    static void assertAtOnce(Runnable command) {
        Durations durations = Durations.againFrom(AT_ONCE, () -> Durations.of(5, command));
        assertThat(durations.longest()).isLessThan(AT_ONCE);
    }

    private void assertSelectionIsRefusedAfterSigningIn() {
        try (RawImap imap = member.imap()) {
            assertSelectionIsRefused(imap);
        }
    }

    private static void assertSelectionIsRefused(RawImap imap) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .atMost(FIRST_WAIT)
                .untilAsserted(
                        () ->
                                assertThat(imap.command("SELECT #user.support.INBOX").completion())
                                        .startsWith("NO [UNAVAILABLE]"));
    }

    /** One waits, the others know: after that nobody waits. */
    void awaitKnownOutage() {
        try (RawImap imap = member.imap()) {
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .until(
                            () ->
                                    Durations.of(20, () -> imap.command("LIST \"\" \"*\""))
                                                    .longest()
                                                    .compareTo(Duration.ofMillis(500))
                                            < 0);
        }
    }

    /** Waits until it is possible again. */
    void awaitEndOfOutage() {
        Awaitility.await()
                .atMost(TIMEOUT)
                .until(
                        () -> {
                            try (RawImap imap = member.imap()) {
                                return imap.command("SELECT #user.support.INBOX").isOk();
                            }
                        });
    }
}
