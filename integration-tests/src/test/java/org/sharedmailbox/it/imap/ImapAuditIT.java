/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.count;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;

/** What members do in a mailbox is recorded, and what they only look at is not. */
class ImapAuditIT {
    private static final String MAIL = "Subject: Printer\r\n\r\nIt burns.\r\n";

    @Test
    void whoDidWhatCanBeFound() {
        try (StockJames james = StockJames.named("imap-audit").layOut().start()) {
            Company company = Company.on(james);
            company.shares("sales@example.com", "team");
            Person alice = company.hires("alice", "READ_AND_MANAGE");
            company.administrator().grants("sales@example.com", alice, "READ_AND_MANAGE");
            Person reader = company.hires("reader", "READ");

            try (RawImap imap = alice.imap()) {
                looksAround(imap);
                changesMuch(imap);
            }
            try (RawImap imap = reader.imap()) {
                expectOk(imap.command("SELECT #user.support.INBOX"));
                // One entry in the log, and one that counts, however often it is tried.
                for (int i = 0; i < 20; i++) {
                    assertThat(imap.command("EXPUNGE").isOk()).isFalse();
                }
            }

            assertThat(james.stop().auditLog())
                    .extracting(act -> act.toString().replaceAll(", since=[^}]*", ""))
                    .filteredOn(act -> act.matches(".*\\.com (messages|folder|access)\\..*"))
                    .containsExactly(
                            "alice@example.com folder.created support@example.com {folder=Done}",
                            "alice@example.com folder.renamed support@example.com"
                                    + " {folder=Done, to=Closed}",
                            "alice@example.com messages.appended support@example.com"
                                    + " {folder=INBOX}",
                            "alice@example.com messages.appended support@example.com"
                                    + " {folder=INBOX}",
                            "alice@example.com messages.copied support@example.com"
                                    + " {folder=INBOX, messages=2, to=support@example.com Closed}",
                            "alice@example.com messages.copied support@example.com"
                                    + " {folder=INBOX, messages=1, to=alice@example.com INBOX}",
                            "alice@example.com messages.moved support@example.com"
                                    + " {folder=INBOX, messages=1, to=sales@example.com INBOX}",
                            "alice@example.com messages.moved sales@example.com"
                                    + " {folder=INBOX, from=support@example.com INBOX, messages=1}",
                            "alice@example.com messages.deleted support@example.com"
                                    + " {folder=INBOX, messages=1}",
                            "alice@example.com messages.deleted support@example.com"
                                    + " {folder=Closed, messages=2}",
                            "alice@example.com folder.deleted support@example.com"
                                    + " {folder=Closed}",
                            "alice@example.com messages.copied support@example.com"
                                    + " {folder=Archive, from=alice@example.com, messages=1}",
                            "reader@example.com access.denied support@example.com"
                                    + " {command=EXPUNGE, folder=INBOX}",
                            // Counted only, and written when James stops.
                            "reader@example.com access.denied support@example.com {leftOut=19}");
        }
    }

    @Test
    void whatIsDoneForSomebodyWhoHasHungUpIsRecordedToo() {
        try (StockJames james =
                StockJames.named("imap-audit-hang-up").workingHard().layOut().start()) {
            Company company = Company.on(james);
            Person alice = company.hires("alice", "READ_AND_MANAGE");
            int messages;
            int moves = 0;
            try (RawImap watching = alice.imap()) {
                do {
                    // Whoever was too late to hang up begins anew.
                    empty(watching, "INBOX");
                    messages = fill(watching, "#user.support.INBOX");
                    moves++;
                    assertThat(moves).as("moved before anybody hung up").isLessThan(4);
                } while (!movesAndHangsUp(alice, watching, messages));
            }

            assertThat(james.stop().auditLog())
                    .extracting(Object::toString)
                    .filteredOn(act -> act.contains("messages.moved"))
                    .containsExactlyElementsOf(
                            Collections.nCopies(
                                    moves,
                                    "alice@example.com messages.moved support@example.com"
                                            + " {folder=INBOX, messages="
                                            + messages
                                            + ", to=alice@example.com INBOX}"));
        }
    }

    /** Hangs up while all are moved, waits until they are, and says whether that was in time. */
    private static boolean movesAndHangsUp(Person alice, RawImap watching, int messages) {
        RawImap moving = alice.imap();
        expectOk(moving.command("SELECT #user.support.INBOX"));
        moving.send("m MOVE 1:* INBOX");
        await(() -> count(watching, "INBOX") > 0);
        moving.close();
        boolean inTime = count(watching, "INBOX") < messages;
        await(() -> count(watching, "#user.support.INBOX") == 0);
        return inTime;
    }

    private static void empty(RawImap imap, String folder) {
        if (count(imap, folder) > 0) {
            expectOk(imap.command("SELECT " + folder));
            expectOk(imap.command("STORE 1:* +FLAGS.SILENT (\\Deleted)"));
            expectOk(imap.command("CLOSE"));
        }
    }

    /** Puts so many messages there that carrying them elsewhere takes a while. */
    private static int fill(RawImap imap, String folder) {
        expectOk(imap.command("APPEND " + folder, MAIL));
        expectOk(imap.command("SELECT " + folder));
        int messages = 1;
        while (messages < 4096) {
            expectOk(imap.command("COPY 1:* " + folder));
            messages *= 2;
        }
        expectOk(imap.command("UNSELECT"));
        assertThat(count(imap, folder)).isEqualTo(messages);
        return messages;
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(condition);
    }

    private static void looksAround(RawImap imap) {
        expectOk(imap.command("LIST \"\" *"));
        expectOk(imap.command("SELECT #user.support.INBOX"));
        expectOk(imap.command("UID SEARCH ALL"));
        expectOk(imap.command("EXPUNGE"));
        expectOk(imap.command("CLOSE"));
        assertThat(imap.command("CREATE #user.support.Sent").isOk()).isFalse();
        assertThat(imap.command("DELETE #user.support.Nowhere").isOk()).isFalse();
    }

    private static void changesMuch(RawImap imap) {
        expectOk(imap.command("CREATE #user.support.Done"));
        expectOk(imap.command("RENAME #user.support.Done #user.support.Closed"));
        expectOk(imap.command("APPEND #user.support.INBOX", MAIL));
        expectOk(imap.command("APPEND #user.support.INBOX", MAIL));
        expectOk(imap.command("SELECT #user.support.INBOX"));
        expectOk(imap.command("COPY 1:2 #user.support.Closed"));
        expectOk(imap.command("COPY 1 INBOX"));
        expectOk(imap.command("MOVE 1 #user.sales.INBOX"));
        expectOk(imap.command("STORE 1 +FLAGS (\\Deleted)"));
        expectOk(imap.command("EXPUNGE"));
        expectOk(imap.command("SELECT #user.support.Closed"));
        expectOk(imap.command("STORE 1:2 +FLAGS (\\Deleted)"));
        expectOk(imap.command("CLOSE"));
        expectOk(imap.command("DELETE #user.support.Closed"));
        expectOk(imap.command("SELECT INBOX"));
        expectOk(imap.command("COPY 1 #user.support.Archive"));
    }
}
