/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Bystander;
import org.sharedmailbox.it.client.Customer;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.OctetServer;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RelayedMail;
import org.sharedmailbox.it.server.StockJames;

/**
 * product.md, 31: an absence is covered by one request. The delegate is told, answers on behalf,
 * and is out when the time is over; the owner finds their mailbox as they left it.
 */
class CoverStoryIT {
    private static final Duration WINDOW = Duration.ofSeconds(45);
    private static final String CONTRACT = "The contract";

    private static final OctetServer customerServer = OctetServer.start();
    private static final StockJames james =
            StockJames.named("cover-story").relayingTo(customerServer.port()).layOut();
    private static final Administrator administrator = Administrator.of(james);
    private static final Customer customer = Customer.of(james, "carl@customer.test");

    private static Person boss;
    private static Person erin;
    private static Person bystander;

    @BeforeAll
    static void start() {
        james.configuration("shared-mailboxes.properties").append("sweep.period=PT1S");
        james.start();
        administrator.createsDomain("example.com");
        boss = administrator.createsUser("boss@example.com");
        erin = administrator.createsUser("erin@example.com");
        bystander = administrator.createsUser("bystander@example.com");
    }

    @AfterAll
    static void stop() {
        james.close();
        customerServer.close();
    }

    @Test
    void anAbsenceIsCoveredByOneRequest() {
        customer.writesTo(boss.address(), CONTRACT).isAccepted();
        try (OpenMailbox inbox = boss.opens("INBOX")) {
            inbox.awaitsMail(CONTRACT);
        }
        String left = contract();

        Instant end = Instant.now().plus(WINDOW).truncatedTo(ChronoUnit.MILLIS);
        administrator
                .webAdmin()
                .put(
                        "/delegations/boss@example.com/erin@example.com",
                        "{\"rights\":[\"READ_AND_MANAGE\",\"SEND_ON_BEHALF\"],\"notify\":\"all\","
                                + "\"note\":\"two weeks in the hills\",\"notAfter\":\""
                                + end
                                + "\",\"autoReply\":{\"subject\":\"Away\","
                                + "\"text\":\"Erin Example answers for me.\"}}")
                .expectSuccess();

        tells(erin, "You have access to boss@example.com");
        tells(boss, "erin@example.com has access to your mailbox");
        customer.writesTo(boss.address(), "Are you there?").isAccepted();
        assertThat(customerServer.receives("Away").raw()).contains("Erin Example answers for me.");

        // Whoever idles would be told of it.
        try (OpenMailbox inbox = boss.opens("INBOX")) {
            inbox.awaitsMail("Are you there?");
        }
        try (RawImap idling = erin.imap();
                Bystander beside = Bystander.of(bystander)) {
            assertThat(idling.command("SELECT #user.boss.INBOX").isOk()).isTrue();
            idling.send("i IDLE");
            assertThat(idling.response()).startsWith("+ ");
            long over = System.nanoTime() + Duration.between(Instant.now(), end).toNanos();
            CompletableFuture<Instant> told = CompletableFuture.supplyAsync(() -> toldBye(idling));
            answersOnBehalf();

            Instant toldAt = told.join();
            assertThat(toldAt)
                    .isAfterOrEqualTo(end)
                    .isBefore(end.plus(Duration.ofSeconds(3)).plus(beside.longestWaitSince(over)));
        }
        isOverFor(erin);
        tells(erin, "Your access to boss@example.com has ended");
        tells(boss, "The access of erin@example.com to your mailbox has ended");
        assertThat(contract()).isEqualTo(left);
        assertThat(administrator.looksAtDelegation(boss.address(), erin).body())
                .containsPattern(
                        "\"lastUsed\":\\{\"read\":\"20[-0-9]{8}\",\"manage\":null,"
                                + "\"send\":\"20[-0-9]{8}\"}");
        assertThat(unusedTheDayAfterTomorrow()).isEqualTo(1);
        assertThat(actionsOnTheMailbox())
                .containsSubsequence("delegation.expired", "mail.sent", "delegation.granted")
                .containsOnlyOnce("delegation.expired");
        assertThat(james.logLines())
                .noneMatch(line -> line.contains("[ERROR") || line.startsWith("\tat "));
    }

    /** When the next that is said is the end of the access. */
    private static Instant toldBye(RawImap idling) {
        assertThat(idling.response()).startsWith("* BYE You do not have access");
        return Instant.now();
    }

    private static int unusedTheDayAfterTomorrow() {
        return administrator
                .webAdmin()
                .get("/delegations?unusedSince=" + LocalDate.now(ZoneOffset.UTC).plusDays(2))
                .expectSuccess()
                .json()
                .get("total")
                .asInt();
    }

    /** The mail that was there before, octet by octet, and its flags. */
    private static String contract() {
        try (RawImap own = boss.imap()) {
            own.command("EXAMINE INBOX");
            return own.command("FETCH 1 (UID FLAGS BODY.PEEK[])")
                    .untagged("* 1 FETCH")
                    .toString()
                    // That this is the first session to see it.
                    .replaceAll(" ?\\\\Recent ?", "");
        }
    }

    private static void answersOnBehalf() {
        try (OpenMailbox inbox = erin.opens("#user.boss.INBOX")) {
            Letter answer = Letter.from(boss.address()).answering(inbox.awaitsMail(CONTRACT));
            erin.sends(answer).isAccepted();
        }
        RelayedMail received = customerServer.receives("Re: " + CONTRACT);
        assertThat(received.header("From")).singleElement().asString().contains(boss.address());
        assertThat(received.header("Sender")).containsExactly(erin.address());
    }

    private static void isOverFor(Person delegate) {
        delegate.sends(Letter.from(boss.address()).to(customer.address()))
                .isRefusedWith("550 5.7.1 You do not have permission to send from this mailbox");
        assertThat(delegate.mailboxes()).noneMatch(name -> name.startsWith("#user.boss"));
        Awaitility.await("the vacation notice to be taken away")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                !administrator
                                        .webAdmin()
                                        .get("/vacation/" + boss.address())
                                        .body()
                                        .contains("Erin"));
    }

    private static void tells(Person person, String subject) {
        try (OpenMailbox inbox = person.opens("INBOX")) {
            assertThat(inbox.reads(subject)).isNotEmpty();
        }
    }

    private static List<String> actionsOnTheMailbox() {
        return StreamSupport.stream(
                        administrator
                                .webAdmin()
                                .get("/delegation-audit?mailbox=" + boss.address())
                                .expectSuccess()
                                .json()
                                .get("items")
                                .spliterator(),
                        false)
                .map(entry -> entry.get("action").asText())
                .collect(Collectors.toList());
    }
}
