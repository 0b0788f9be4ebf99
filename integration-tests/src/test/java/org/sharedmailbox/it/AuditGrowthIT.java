/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.AuditedAct;
import org.sharedmailbox.it.server.StockJames;

/** A user who is refused as fast as the server answers: the store hardly grows by it. */
class AuditGrowthIT {
    private static final String SUPPORT = "support@example.com";
    private static final Duration PLAYED = Duration.ofSeconds(5);

    /** More than has entries of its own, however slow the machine is. */
    private static final int AT_LEAST = 100;

    /** A minute may begin while we play: 20 entries of about 30 kB in the file, twice, and more. */
    private static final long MAX_GROWTH = 4_000_000;

    @Test
    void refusalsOfAnyNumberTakeLittleOfTheStore() {
        try (StockJames james = StockJames.named("audit-growth").layOut().start()) {
            Administrator administrator = Administrator.of(james);
            administrator.createsDomain("example.com");
            Person mallory = administrator.createsUser("mallory@example.com");
            administrator.createsSharedMailbox(SUPPORT);
            administrator.grants(SUPPORT, mallory, "READ");
            long before = james.storeSize();

            int mails;
            int folders;
            try (RawSmtp smtp = mallory.smtp();
                    RawImap imap = mallory.imap()) {
                mails =
                        play(
                                n ->
                                        assertThat(
                                                        smtp.command(
                                                                "MAIL FROM:<x"
                                                                        + n
                                                                        + "@example.com>"))
                                                .startsWith("550 "));
                folders =
                        play(
                                n ->
                                        assertThat(
                                                        imap.command("CREATE #user.support.x" + n)
                                                                .completion())
                                                .startsWith("NO [NOPERM]"));
            }

            long growth = james.storeSize() - before;
            System.out.printf(
                    "%d mails and %d folders refused: the store grew by %d kB%n",
                    mails, folders, growth / 1_000);
            assertThat(growth).isLessThan(MAX_GROWTH);
            List<String> acts =
                    james.stop().auditLog().stream()
                            .map(AuditedAct::toString)
                            .collect(Collectors.toList());
            // At most one more in each minute, and the minute may have changed meanwhile.
            assertThat(acts).filteredOn(act -> act.contains("mail.refused")).hasSizeBetween(20, 42);
            assertThat(acts).filteredOn(act -> act.contains("access.denied")).hasSizeBetween(1, 42);
            assertThat(acts).filteredOn(act -> act.contains("delegation.granted")).hasSize(1);
        }
    }

    /** Repeats a command for a while, and returns how often. */
    private static int play(IntConsumer command) {
        long end = System.nanoTime() + PLAYED.toNanos();
        int times = 0;
        while (System.nanoTime() < end || times < AT_LEAST) {
            command.accept(times++);
        }
        return times;
    }
}
