/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.OctetServer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesBuilder;

/**
 * A mail of 20 MB in a heap in which a stock James can just pass it on and keep one copy of it. The
 * memory flavour keeps mailboxes in its heap: with 160 MiB the stock one fails. That what we do
 * with the mail takes hardly any memory at all is measured by LargeMailTest; here it is seen as a
 * whole.
 */
class LargeMailIT {
    private static final int SMALL_HEAP = 224;
    private static final int SIZE = 20_000_000;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @Test
    void aStockJamesPassesItOnAndKeepsACopy() {
        passesOnAndKeeps(
                StockJames.named("large-stock").withoutPlugin(),
                "boss@example.com",
                List.of("carl@customer.test", "boss@example.com"),
                "INBOX");
    }

    @Test
    void withThePluginItTakesNoMoreToSendItAsTheMailbox() {
        passesOnAndKeeps(
                StockJames.named("large-extended"),
                "support@example.com",
                List.of("carl@customer.test"),
                "#user.support.Sent");
    }

    private static void passesOnAndKeeps(
            StockJamesBuilder builder, String keeper, List<String> recipients, String copy) {
        boolean shared = copy.startsWith("#user.");
        OctetServer customers = OctetServer.start();
        try (StockJames james =
                builder.relayingTo(customers.port())
                        .withHeap(SMALL_HEAP)
                        // The same everywhere: what Java takes by itself depends on the machine.
                        .withJavaOptions("-XX:+UseSerialGC")
                        .layOut()
                        .start()) {
            Administrator administrator = Administrator.of(james);
            administrator.createsDomain("example.com");
            Person alice = administrator.createsUser("alice@example.com");
            Person reader = shared ? alice : administrator.createsUser(keeper);
            if (shared) {
                administrator.createsSharedMailbox(keeper);
                administrator.grants(keeper, alice, "SEND_AS", "READ");
            }
            submits(alice, shared ? keeper : alice.address(), recipients);

            Awaitility.await("the mail itself")
                    .atMost(TIMEOUT)
                    .until(() -> !customers.about("Large").isEmpty());
            assertThat(customers.receives("Large").raw().length()).isGreaterThan(SIZE - 100);
            try (RawImap imap = reader.imap()) {
                Awaitility.await("the copy")
                        .atMost(TIMEOUT)
                        .until(
                                () -> imap.command("STATUS \"" + copy + "\" (MESSAGES)").toString(),
                                answer -> answer.contains("(MESSAGES 1)"));
            }
            assertThat(james.logLines()).noneMatch(line -> line.contains("OutOfMemory"));
        } finally {
            customers.close();
        }
    }

    private static void submits(Person alice, String from, List<String> recipients) {
        String body = ("0123456789".repeat(7) + "\r\n").repeat(SIZE / 72);
        try (RawSmtp smtp = alice.smtp()) {
            assertThat(
                            smtp.sends(
                                    alice.address(),
                                    recipients,
                                    "From: " + from + "\r\nSubject: Large\r\n\r\n" + body))
                    .startsWith("250 ");
        }
    }
}
