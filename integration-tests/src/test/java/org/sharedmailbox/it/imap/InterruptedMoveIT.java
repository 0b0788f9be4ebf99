/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.count;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** Ten thousand messages on their way to another owner, and something comes between. */
class InterruptedMoveIT {
    @RegisterExtension
    static final StockJamesExtension james =
            new StockJamesExtension(
                    StockJames.named("interrupted-move").withHeap(1024).workingHard());

    /** Each on as many messages as a test says. */
    private static final int SUBJECTS = 625;

    private static final int TEN_THOUSAND = 16;

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Pattern SUBJECT = Pattern.compile("Subject: (\\d+)");

    private static Company company;
    private static Person alice;

    @BeforeAll
    static void shareTheMailbox() {
        company = Company.on(james.server());
        alice = company.hires("alice", "READ_AND_MANAGE");
    }

    @Test
    void aConnectionThatEndsLosesAndDoublesNothing() {
        fill("Torn", TEN_THOUSAND);
        try (RawImap watching = alice.imap()) {
            RawImap moving = alice.imap();
            expectOk(moving.command("SELECT Torn"));
            moving.send("m MOVE 1:* #user.support.Torn");
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> count(watching, "#user.support.Torn") > 0);
            moving.close();

            assertThat(count(watching, "#user.support.Torn"))
                    .isBetween(1, SUBJECTS * TEN_THOUSAND - 1);
            awaitEnd(watching, "Torn");
            assertNothingIsLost(watching, "Torn", TEN_THOUSAND);
            assertThat(count(watching, "Torn")).as("what was begun is done").isZero();
            assertThat(count(watching, "#user.support.Torn")).isEqualTo(SUBJECTS * TEN_THOUSAND);
        }
    }

    @Test
    void aQuotaThatIsReachedLosesNothing() {
        fill("Full", 2);
        company.administrator()
                .webAdmin()
                .put("/quota/users/" + SUPPORT + "/count", String.valueOf(SUBJECTS))
                .expectSuccess();
        try (RawImap moving = alice.imap();
                RawImap watching = alice.imap()) {
            expectOk(moving.command("SELECT Full"));

            ImapAnswer answer = moving.command("MOVE 1:* #user.support.Full");

            assertThat(answer.completion()).startsWith("NO [OVERQUOTA] ");
            assertThat(answer.toString()).doesNotContain("EXPUNGE");
            assertNothingIsLost(watching, "Full", 2);
            assertThat(count(watching, "Full")).isEqualTo(SUBJECTS * 2);
            assertThat(count(watching, "#user.support.Full")).as("copies left behind").isZero();
        } finally {
            company.administrator()
                    .webAdmin()
                    .delete("/quota/users/" + SUPPORT + "/count")
                    .expectSuccess();
        }
    }

    private static void fill(String folder, int timesEach) {
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("CREATE " + folder));
            expectOk(imap.command("CREATE #user.support." + folder));
            expectOk(imap.command("SELECT " + folder));
            for (int i = 0; i < SUBJECTS; i++) {
                expectOk(
                        imap.command(
                                "APPEND " + folder, "Subject: " + i + "\r\n\r\nMany of them.\r\n"));
            }
            for (int times = 1; times < timesEach; times *= 2) {
                expectOk(imap.command("COPY 1:* " + folder));
            }
            assertThat(count(imap, folder)).isEqualTo(SUBJECTS * timesEach);
        }
    }

    /** What is not in the source any more is in the target, subject by subject. */
    private static void assertNothingIsLost(RawImap imap, String folder, int timesEach) {
        Map<String, Long> left = subjects(imap, folder);
        Map<String, Long> arrived = subjects(imap, "#user.support." + folder);
        for (int i = 0; i < SUBJECTS; i++) {
            String subject = String.valueOf(i);
            assertThat(left.getOrDefault(subject, 0L) + arrived.getOrDefault(subject, 0L))
                    .as("messages about %s in the source and in the target", subject)
                    .isBetween((long) timesEach, 2L * timesEach);
        }
    }

    private static void awaitEnd(RawImap imap, String source) {
        Awaitility.await().atMost(TIMEOUT).until(() -> count(imap, source) == 0);
    }

    private static Map<String, Long> subjects(RawImap imap, String folder) {
        expectOk(imap.command("EXAMINE " + folder));
        return imap
                .command("FETCH 1:* (BODY.PEEK[HEADER.FIELDS (SUBJECT)])")
                .untagged("* ")
                .stream()
                .map(SUBJECT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
