/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.client.WebAdmin;
import org.sharedmailbox.it.server.StockJames;

/** Access that ends by itself, and access that an administrator takes and gives back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TemporaryCoverIT {
    private static final StockJames james = StockJames.named("temporary-cover").layOut();
    private static final String BYE = "* BYE You do not have access to this mailbox any more.";
    private static final String NO_PERMISSION =
            "550 5.7.1 You do not have permission to send from this mailbox";
    private static final String CUSTOMER = "carol@example.com";

    private static Company company;
    private static Person carol;

    @BeforeAll
    static void aServerThatSweepsEverySecond() {
        james.configuration("shared-mailboxes.properties")
                .append("sweep.period=PT1S\nexpired.retention=PT5S");
        james.start();
        company = Company.on(james);
        carol = company.hires("carol");
    }

    @AfterAll
    static void stop() {
        james.close();
    }

    /**
     * A machine that is busy with something else may keep one client waiting, but not each. The
     * last, because it stops the server, which forgets everybody.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void coverForSomeSecondsEndsByItself() {
        Duration waited = Duration.ofDays(1);
        int covers = 0;
        while (waited.compareTo(Duration.ofSeconds(1)) >= 0) {
            covers++;
            assertThat(covers).as("told late each time, at last after %s", waited).isLessThan(4);
            waited = coverEnds("boss" + covers, company.hires("cover" + covers));
        }
        james.stop();
        for (int n = 1; n <= covers; n++) {
            String entry = "system delegation.expired boss" + n + "@example.com ";
            assertThat(james.auditLog())
                    .filteredOn(act -> act.toString().startsWith(entry))
                    .as("recorded once, though swept many times")
                    .singleElement()
                    .asString()
                    .contains("notAfter=", "rights=[READ_AND_MANAGE, SEND_ON_BEHALF]");
        }
        assertThat(james.logLines())
                .noneMatch(line -> line.contains("[ERROR") || line.startsWith("\tat "));
    }

    /** Returns how long after the end the idling client was told. */
    private static Duration coverEnds(String name, Person alice) {
        Person boss = company.hires(name);
        String folder = "#user." + name + ".INBOX";
        String path = "/delegations/" + boss.address() + "/" + alice.address();
        filesTwo(boss);
        String before = contentOf(boss);
        try (RawImap working = alice.imap();
                RawImap idling = alice.imap();
                RawSmtp sending = alice.smtp()) {
            Instant end = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.MILLIS);
            company.administrator()
                    .webAdmin()
                    .put(
                            path,
                            "{\"rights\":[\"READ_AND_MANAGE\",\"SEND_ON_BEHALF\"],\"notAfter\":\""
                                    + end
                                    + "\"}")
                    .expectSuccess();
            expectOk(working.command("SELECT " + folder));
            expectOk(working.command("UNSUBSCRIBE " + folder));
            expectOk(idling.command("SELECT " + folder));
            idling.send("i IDLE");
            assertThat(idling.response()).startsWith("+ ");
            assertThat(sends(sending, boss, "Cover of " + name)).startsWith("250 ");

            assertThat(idling.response()).startsWith(BYE);
            Instant told = Instant.now();
            assertThat(told).as("BYE came too soon").isAfterOrEqualTo(end);

            assertThat(working.command("FETCH 1 (BODY[])").completion()).startsWith("NO ");
            assertThat(working.command("SELECT " + folder).completion())
                    .startsWith("NO [NONEXISTENT]");
            expectOk(working.command("SELECT INBOX"));
            assertThat(sends(sending, boss, "Too late for " + name)).isEqualTo(NO_PERMISSION);
            assertThat(contentOf(boss)).isEqualTo(before);
            assertThat(gotMail("Cover of " + name)).contains("Sender: ");
            isExpiredAndThenGone(path);
            return Duration.between(end, told);
        }
    }

    private static void isExpiredAndThenGone(String path) {
        WebAdmin webAdmin = company.administrator().webAdmin();
        HttpAnswer ended = webAdmin.get(path);
        if (ended.status() == 200) {
            assertThat(ended.json().get("state").asText()).isEqualTo("expired");
        }
        Awaitility.await("the sweep after expired.retention")
                .atMost(Duration.ofSeconds(60))
                .until(() -> webAdmin.get(path).status() == 404);
    }

    @Test
    void whoIsSuspendedIsOutOfEverythingAndAfterwardsAllIsAsItWas() {
        Person alice = company.hires("alice", "READ_AND_MANAGE", "SEND_ON_BEHALF");
        Person owner = company.hires("owner");
        // James makes the folders of a person when they sign in first.
        owner.imap().close();
        company.administrator().grants(owner.address(), alice, "READ_AND_MANAGE");
        company.files(Company.SUPPORT, "INBOX", "");
        String all = "/delegations?action=%s&delegate=" + alice.address();
        try (RawImap working = alice.imap();
                RawImap idling = alice.imap();
                RawSmtp sending = alice.smtp()) {
            expectOk(working.command("UNSUBSCRIBE #user.support.Archive"));
            List<String> subscribed = expectOk(working.command("LSUB \"\" *")).untagged();
            List<String> listed = expectOk(working.command("LIST \"\" *")).untagged();
            expectOk(working.command("SELECT #user.support.INBOX"));
            expectOk(idling.command("SELECT #user.support.INBOX"));
            idling.send("i IDLE");
            assertThat(idling.response()).startsWith("+ ");
            sending.command("MAIL FROM:<" + Company.SUPPORT + ">");
            sending.command("RCPT TO:<" + CUSTOMER + ">");
            assertThat(sending.command("DATA")).startsWith("354 ");

            assertThat(changed(all, "suspend")).isEqualTo(2);

            assertThat(sending.content(mail(Company.SUPPORT, "Suspended")))
                    .isEqualTo(NO_PERMISSION);
            assertThat(idling.response()).startsWith(BYE);
            assertThat(working.command("FETCH 1 (FLAGS)").completion()).startsWith("NO ");
            assertThat(working.command("STATUS #user.owner.INBOX (MESSAGES)").completion())
                    .startsWith("NO [NONEXISTENT]");
            assertThat(expectOk(working.command("LSUB \"\" *")).untagged("* LSUB "))
                    .noneMatch(line -> line.contains("#user."));
            assertThat(expectOk(working.command("LIST \"\" #user.*")).untagged("* LIST "))
                    .noneMatch(line -> line.contains("support") || line.contains("owner"));
            try (RawImap theOwner = owner.imap()) {
                assertThat(
                                theOwner.command("DELETEACL #user.owner " + alice.address())
                                        .completion())
                        .startsWith("NO [CANNOT] An administrator has suspended");
                expectOk(theOwner.command("SETACL INBOX " + alice.address() + " lrswi"));
            }
            assertThat(working.command("SELECT #user.owner.INBOX").completion())
                    .startsWith("NO [NONEXISTENT]");

            assertThat(changed(all, "resume")).isEqualTo(2);
            assertThat(changed(all, "resume")).isZero();

            assertThat(expectOk(working.command("LSUB \"\" *")).untagged()).isEqualTo(subscribed);
            assertThat(expectOk(working.command("LIST \"\" *")).untagged()).isEqualTo(listed);
            expectOk(working.command("SELECT #user.support.INBOX"));
            expectOk(working.command("FETCH 1 (FLAGS)"));
            assertThat(
                            sending.sends(
                                    Company.SUPPORT,
                                    List.of(CUSTOMER),
                                    mail(Company.SUPPORT, "Back")))
                    .startsWith("250 ");
        }
        assertThat(gotMail("Back")).contains("Sender: ");
    }

    private static int changed(String all, String action) {
        return company.administrator()
                .webAdmin()
                .post(String.format(all, action), "")
                .expectSuccess()
                .json()
                .get("changed")
                .asInt();
    }

    private static void filesTwo(Person boss) {
        try (RawImap own = boss.imap()) {
            for (String flags : List.of("", "\\Seen")) {
                expectOk(
                        own.command(
                                "APPEND INBOX (" + flags + ")",
                                "Subject: Plans\r\n\r\nSecret.\r\n"));
            }
        }
    }

    /** Everything in the INBOX, octet by octet, without touching it. */
    private static String contentOf(Person boss) {
        try (RawImap own = boss.imap()) {
            expectOk(own.command("EXAMINE INBOX"));
            return expectOk(own.command("UID FETCH 1:* (UID FLAGS BODY.PEEK[])"))
                    .untagged()
                    .toString()
                    // What nobody sets: that this is the first session to see it.
                    .replaceAll(" ?\\\\Recent ?", "");
        }
    }

    private static String gotMail(String subject) {
        try (RawImap own = carol.imap()) {
            return Awaitility.await("mail about " + subject)
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> {
                                expectOk(own.command("SELECT INBOX"));
                                return own.command("FETCH 1:* (BODY[])").untagged().stream()
                                        .filter(mail -> mail.contains("Subject: " + subject))
                                        .findFirst()
                                        .orElse("");
                            },
                            mail -> !mail.isEmpty());
        }
    }

    private static String sends(RawSmtp smtp, Person boss, String subject) {
        return smtp.sends(boss.address(), List.of(CUSTOMER), mail(boss.address(), subject));
    }

    private static String mail(String from, String subject) {
        return "From: " + from + "\r\nSubject: " + subject + "\r\n\r\nNow\r\n";
    }
}
