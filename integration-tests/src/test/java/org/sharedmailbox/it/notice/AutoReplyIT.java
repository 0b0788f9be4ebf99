/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.server.StockJames;

/** What James answers by itself while somebody is away, on a server as it is delivered. */
class AutoReplyIT {
    private static final String AWAY =
            "\"autoReply\":{\"subject\":\"Away\",\"text\":\"Dan reads it.\\nOlga\"}";

    private static final StockJames JAMES = StockJames.named("auto-reply").layOut();

    private static Administrator administrator() {
        return Administrator.of(JAMES);
    }

    @BeforeAll
    static void createCompany() {
        JAMES.configuration("shared-mailboxes.properties")
                .append("sweep.period=PT1S")
                .append("notices.folder=conf");
        JAMES.configuration("ended.txt").write("Subject: Over: {{owner}}\n\nGoodbye.\n");
        JAMES.configuration("granted.txt").write("Subject: Hello {{#owner}}\n\nBroken\n");
        JAMES.start();
        administrator().createsDomain("example.com");
        administrator()
                .webAdmin()
                .put("/delegation-policies/example.com", "{\"notify\":\"delegate\"}")
                .expectSuccess();
    }

    @AfterAll
    static void stop() {
        JAMES.close();
    }

    private static HttpAnswer grant(String owner, Person delegate, String fields) {
        return administrator()
                .webAdmin()
                .put("/delegations/" + owner + "/" + delegate.address(), "{" + fields + "}");
    }

    private static void writes(Person sender, String recipient, String subject) {
        sender.sends(Letter.from(sender.address()).to(recipient).about(subject));
    }

    @Test
    void whoeverWritesIsAnsweredWhileTheWindowIsOpenAndNotAfterwards() throws Exception {
        Person olga = administrator().createsUser("olga@example.com");
        Person dan = administrator().createsUser("dan@example.com");
        Person customer = administrator().createsUser("customer@example.com");
        Instant end = Instant.now().plusSeconds(20);
        grant(
                        olga.address(),
                        dan,
                        "\"rights\":[\"READ\",\"SEND_ON_BEHALF\"],\"notAfter\":\""
                                + end
                                + "\","
                                + AWAY)
                .expectSuccess();

        writes(customer, olga.address(), "A question");
        try (OpenMailbox inbox = customer.opens("INBOX")) {
            Message reply = inbox.awaitsMail("Away");
            assertThat(reply.getFrom()[0]).hasToString("olga@example.com");
            assertThat(reply.getHeader("Auto-Submitted")).containsExactly("auto-replied");
            assertThat(inbox.reads("Away")).contains("Dan reads it.").contains("Olga");
        }
        try (OpenMailbox inbox = dan.opens("INBOX")) {
            inbox.awaitsMail("You have access to olga@example.com");
        }

        Awaitility.await("the end of the window")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !Instant.now().isBefore(end));
        Person second = administrator().createsUser("second@example.com");
        writes(second, olga.address(), "Another question");
        try (OpenMailbox inbox = olga.opens("INBOX")) {
            inbox.awaitsMail("Another question");
        }
        assertThat(subjects(second)).doesNotContain("Away");
        try (OpenMailbox inbox = dan.opens("INBOX")) {
            assertThat(inbox.reads("Over: olga@example.com")).contains("Goodbye.");
        }
        assertThat(JAMES.logLines())
                .anyMatch(
                        line ->
                                line.contains("[ERROR")
                                        && line.contains("granted.txt cannot be used"));
        Awaitility.await("the vacation notice to be taken away")
                .atMost(Duration.ofSeconds(90))
                .until(() -> !vacation(olga).contains("Dan reads it."));
        assertThat(subjects(olga)).containsExactly("A question", "Another question");
    }

    @Test
    void whatTheOwnerHasOfTheirOwnIsLeftAlone() {
        Person owner = administrator().createsUser("own@example.com");
        Person delegate = administrator().createsUser("delegate@example.com");
        administrator()
                .webAdmin()
                .post(
                        "/vacation/" + owner.address(),
                        "{\"enabled\":true,\"subject\":\"Mine\",\"textBody\":\"mine\"}")
                .expectSuccess();

        HttpAnswer refused = grant(owner.address(), delegate, "\"rights\":[\"READ\"]," + AWAY);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("has a vacation notice of their own");
        assertThat(vacation(owner)).contains("Mine");
        assertThat(administrator().looksAtDelegation(owner.address(), delegate).status())
                .isEqualTo(404);
    }

    @Test
    void twoSharedMailboxesDoNotAnswerEachOther() throws Exception {
        Person member = administrator().createsUser("member@example.com");
        for (String name : new String[] {"ping@example.com", "pong@example.com"}) {
            administrator().createsSharedMailbox(name);
            administrator().grants(name, member, "READ_AND_MANAGE", "SEND_AS");
            administrator()
                    .webAdmin()
                    .put(
                            "/shared-mailboxes/" + name + "/auto-reply",
                            "{\"subject\":\"Reply of " + name + "\",\"text\":\"Later.\"}")
                    .expectSuccess();
        }

        member.sends(Letter.from("ping@example.com").to("pong@example.com").about("Hello"));
        try (OpenMailbox ping = member.opens("#user.ping.INBOX")) {
            ping.awaitsMail("Reply of pong@example.com");
        }
        // Whatever James would answer to the answer it queues before this.
        writes(member, "ping@example.com", "Afterwards");
        try (OpenMailbox ping = member.opens("#user.ping.INBOX");
                OpenMailbox pong = member.opens("#user.pong.INBOX");
                OpenMailbox own = member.opens("INBOX")) {
            ping.awaitsMail("Afterwards");
            own.awaitsMail("Reply of ping@example.com");
            assertThat(ping.subjects())
                    .containsExactlyInAnyOrder("Reply of pong@example.com", "Afterwards");
            assertThat(pong.subjects()).containsExactly("Hello");
        }

        administrator()
                .webAdmin()
                .delete("/shared-mailboxes/ping@example.com/auto-reply")
                .expectSuccess();
        assertThat(
                        administrator()
                                .webAdmin()
                                .get("/shared-mailboxes/ping@example.com/auto-reply")
                                .status())
                .isEqualTo(404);
        Person late = administrator().createsUser("late@example.com");
        writes(late, "ping@example.com", "Too late");
        try (OpenMailbox ping = member.opens("#user.ping.INBOX")) {
            ping.awaitsMail("Too late");
        }
        assertThat(subjects(late)).isEmpty();
    }

    private static String vacation(Person person) {
        return administrator().webAdmin().get("/vacation/" + person.address()).body();
    }

    private static List<String> subjects(Person person) {
        try (OpenMailbox inbox = person.opens("INBOX")) {
            return inbox.subjects();
        }
    }
}
