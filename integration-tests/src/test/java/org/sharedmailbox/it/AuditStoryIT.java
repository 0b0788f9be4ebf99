/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.StockJames;

/** What happened in a mailbox, read back from the audit log, and what is left of it at an end. */
@Tag("alone")
class AuditStoryIT {
    private static final String SUPPORT = "support@example.com";
    private static final String MAIL = "Subject: Printer\r\n\r\nIt burns.\r\n";

    @Test
    void aMonthOfOneMailboxIsReadBackWhileItGoesOn() {
        try (StockJames james = StockJames.named("audit-story").layOut().start()) {
            Administrator administrator = Administrator.of(james);
            administrator.createsDomain("example.com");
            administrator.createsSharedMailbox(SUPPORT);
            Person alice = administrator.createsUser("alice@example.com");
            Person mallory = administrator.createsUser("mallory@example.com");
            String begin = newest(administrator, "").get(0).get("at").textValue();
            grantsAndRevokes(administrator);
            administrator.grants(SUPPORT, alice, "READ_AND_MANAGE", "SEND_AS");
            administrator.grants(SUPPORT, mallory, "READ");
            String middle = newest(administrator, "").get(0).get("at").textValue();
            sendsAndDeletes(alice);
            isRefused(mallory);
            // What people do is written behind them.
            awaitCount(administrator, "&action=mail.*", 3);
            awaitCount(administrator, "&action=messages.deleted", 1);
            awaitCount(administrator, "&action=access.denied", 1);

            AtomicBoolean reading = new AtomicBoolean(true);
            Thread others = new Thread(() -> goesOn(alice, reading));
            others.start();
            List<String> read;
            try {
                read = pages(administrator, "&since=" + begin + "&limit=25");
            } finally {
                reading.set(false);
                join(others);
            }

            // What is written meanwhile stands in front of the first page, or on none.
            assertThat(of(read, "delegation.granted")).hasSize(32);
            assertThat(of(read, "delegation.changed")).hasSize(10);
            assertThat(of(read, "delegation.revoked")).hasSize(10);
            assertThat(of(read, "mail.sent")).hasSize(2);
            assertThat(of(read, "mail.refused")).hasSize(1);
            assertThat(of(read, "messages.deleted")).hasSize(1);
            assertThat(of(read, "access.denied")).hasSize(1);
            assertThat(read).doesNotHaveDuplicates();
            assertThat(read.get(read.size() - 1)).contains("mailbox.created");

            assertThat(count(administrator, "&actor=webadmin&action=delegation.*")).isEqualTo(52);
            assertThat(count(administrator, "&actor=mallory@example.com")).isEqualTo(2);
            assertThat(count(administrator, "&actor=mallory@example.com&action=access.denied"))
                    .isEqualTo(1);
            assertThat(count(administrator, "&action=delegation.revoked&until=" + middle))
                    .isEqualTo(10);
            assertThat(count(administrator, "&action=delegation.*&since=" + middle)).isEqualTo(1);
            assertThat(
                            administrator
                                    .webAdmin()
                                    .getCsv("/delegation-audit?mailbox=" + SUPPORT)
                                    .body()
                                    .lines())
                    .hasSizeGreaterThan(read.size());
        }
    }

    private static void grantsAndRevokes(Administrator administrator) {
        for (int n = 0; n < 30; n++) {
            Person person = administrator.createsUser("person" + n + "@example.com");
            administrator.grants(SUPPORT, person, "READ");
            if (n % 3 == 0) {
                administrator.grants(SUPPORT, person, "READ_AND_MANAGE");
            }
            if (n % 3 == 1) {
                administrator.removes(person, SUPPORT);
            }
        }
    }

    private static void sendsAndDeletes(Person alice) {
        try (RawSmtp smtp = alice.smtp();
                RawImap imap = alice.imap()) {
            for (int n = 0; n < 2; n++) {
                assertThat(
                                smtp.sends(
                                        SUPPORT,
                                        List.of("person0@example.com"),
                                        "From: " + SUPPORT + "\r\nSubject: x\r\n\r\nHello\r\n"))
                        .startsWith("250");
            }
            ok(imap, "APPEND #user.support.INBOX", MAIL);
            ok(imap, "SELECT #user.support.INBOX");
            ok(imap, "STORE 1 +FLAGS (\\Deleted)");
            ok(imap, "EXPUNGE");
        }
    }

    private static void isRefused(Person mallory) {
        try (RawSmtp smtp = mallory.smtp();
                RawImap imap = mallory.imap()) {
            assertThat(smtp.command("MAIL FROM:<" + SUPPORT + ">")).startsWith("550");
            assertThat(imap.command("CREATE #user.support.x").isOk()).isFalse();
        }
    }

    private static void goesOn(Person alice, AtomicBoolean reading) {
        try (RawImap imap = alice.imap()) {
            while (reading.get()) {
                ok(imap, "APPEND #user.support.INBOX", MAIL);
            }
        }
    }

    @Test
    void whatWasDoneRightBeforeAStopIsAllThereAndNothingIsBroken() {
        try (StockJames james = StockJames.named("audit-stop").layOut().start()) {
            Person alice = aliceWorksIn(james);
            try (RawImap imap = alice.imap()) {
                for (int n = 0; n < 50; n++) {
                    ok(imap, "APPEND #user.support.INBOX", MAIL);
                }
                james.stop();
            }

            assertThat(appended(james)).isEqualTo(50);
            assertThat(james.logLines())
                    .noneMatch(line -> line.contains("marked as broken"))
                    .noneMatch(line -> line.contains("WARN") && line.contains("sharedmailbox"));
        }
    }

    /** A machine that is busy with something else may keep one from being written, but not each. */
    @Test
    void aKillLosesLessThanASecond() {
        long lost = lostByAKill("audit-kill");
        for (int kills = 1; kills < 3 && lost > 0; kills++) {
            lost = lostByAKill("audit-kill-again-" + kills);
        }

        assertThat(lost).as("what was done a second before the kill and is not there").isZero();
    }

    /** How much is not there of what somebody did until a second before a server was killed. */
    private static long lostByAKill(String name) {
        try (StockJames james = StockJames.named(name).layOut().start()) {
            Person alice = aliceWorksIn(james);
            List<Long> done = new ArrayList<>();
            try (RawImap imap = alice.imap()) {
                long end = System.nanoTime() + 3_000_000_000L;
                while (System.nanoTime() < end) {
                    ok(imap, "APPEND #user.support.INBOX", MAIL);
                    done.add(System.nanoTime());
                }
                long killed = System.nanoTime();
                james.kill();
                done.removeIf(at -> killed - at < 1_000_000_000L);
            }

            assertThat(done).isNotEmpty();
            return Math.max(0, done.size() - appended(james));
        }
    }

    private static Person aliceWorksIn(StockJames james) {
        Administrator administrator = Administrator.of(james);
        administrator.createsDomain("example.com");
        administrator.createsSharedMailbox(SUPPORT);
        Person alice = administrator.createsUser("alice@example.com");
        administrator.grants(SUPPORT, alice, "READ_AND_MANAGE");
        return alice;
    }

    private static long appended(StockJames james) {
        return james.auditLog().stream()
                .filter(act -> act.toString().contains("messages.appended"))
                .count();
    }

    private static List<JsonNode> newest(Administrator administrator, String filter) {
        List<JsonNode> items = new ArrayList<>();
        page(administrator, filter).get("items").forEach(items::add);
        return items;
    }

    private static void awaitCount(Administrator administrator, String filter, int expected) {
        Awaitility.await(filter)
                .atMost(Duration.ofSeconds(30))
                .until(() -> count(administrator, filter), n -> n == expected);
    }

    private static int count(Administrator administrator, String filter) {
        return newest(administrator, filter + "&limit=1000").size();
    }

    /** All entries as lines, page by page. */
    private static List<String> pages(Administrator administrator, String filter) {
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = page(administrator, filter + cursor);
            page.get("items").forEach(item -> read.add(item.toString()));
            if (page.get("nextCursor").isNull()) {
                return read;
            }
            cursor = "&cursor=" + page.get("nextCursor").textValue();
        }
    }

    private static JsonNode page(Administrator administrator, String filter) {
        return administrator
                .webAdmin()
                .get("/delegation-audit?mailbox=" + SUPPORT + filter)
                .expectSuccess()
                .json();
    }

    private static List<String> of(List<String> read, String action) {
        Predicate<String> isOf = item -> item.contains("\"" + action + "\"");
        return read.stream().filter(isOf).collect(Collectors.toList());
    }

    private static void ok(RawImap imap, String command, String... literals) {
        assertThat(
                        (literals.length == 0
                                        ? imap.command(command)
                                        : imap.command(command, literals[0]))
                                .isOk())
                .as(command)
                .isTrue();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
