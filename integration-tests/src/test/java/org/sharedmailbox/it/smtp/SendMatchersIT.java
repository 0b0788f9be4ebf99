/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.OctetServer;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.StockJames;

/**
 * The matchers at work in a mailet container, in the very lines that docs/operator/mailets.md
 * shows: a footer on what is sent as the mailbox, an archive of what is sent on behalf of it, a
 * processor for mail of its members, and one for mail to it.
 */
class SendMatchersIT {
    private static final String SUPPORT = "support@example.com";
    private static final String FOOTER = "Example Ltd., Support";
    private static final String FROM_THE_TEAM = "X-From-The-Team";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final OctetServer customers = OctetServer.start();
    private static final StockJames james =
            StockJames.named("matchers").relayingTo(customers.port()).layOut();
    private static final Administrator administrator = Administrator.of(james);

    private static Person alice;
    private static Person bob;
    private static Person boss;

    @BeforeAll
    static void start() {
        james.configuration("mailetcontainer.xml")
                .replace(
                        "<mailet match=\"All\" class=\"PostmasterAlias\"/>",
                        documented("SenderIsMemberOf=support@example.com"))
                .replace(
                        "<mailet match=\"All\" class=\"RecipientRewriteTable\">",
                        documented("SentAs")
                                + documented("SentOnBehalf").replace("file://", "memory://")
                                + "<mailet match=\"All\" class=\"RecipientRewriteTable\">")
                .replace(
                        "<mailet match=\"All\" class=\"AddDeliveredToHeader\"/>",
                        documented("RecipientIsSharedMailbox"))
                .replace(
                        "<processor state=\"relay\">",
                        processor(
                                        "from-the-team",
                                        FROM_THE_TEAM,
                                        "class=\"ToProcessor\"><processor>transport</processor>")
                                + processor("team-delivery", "X-Team", "class=\"LocalDelivery\">")
                                + "<processor state=\"relay\">");
        james.start();
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
        boss = administrator.createsUser("boss@example.com");
        administrator.createsSharedMailbox(SUPPORT);
        administrator.aliases("help@example.com", SUPPORT);
        administrator.grants(SUPPORT, alice, "SEND_AS", "READ_AND_MANAGE");
        administrator.grants(SUPPORT, bob, "SEND_ON_BEHALF");
    }

    @AfterAll
    static void stop() {
        james.close();
        customers.close();
    }

    @Test
    void sentAsMatchesWhatIsSentAsTheMailbox() {
        submits(alice, SUPPORT, "carl@customer.test", "As the mailbox");
        submits(bob, SUPPORT, "carl@customer.test", "Not as the mailbox");
        submits(alice, "alice@example.com", "carl@customer.test", "As herself");

        assertThat(left("As the mailbox")).contains("Hello").contains(FOOTER);
        assertThat(left("Not as the mailbox")).contains("Hello").doesNotContain(FOOTER);
        assertThat(left("As herself")).contains("Hello").doesNotContain(FOOTER);
    }

    @Test
    void sentOnBehalfMatchesWhatIsSentOnBehalfAndNoBounceOfIt() {
        int before = archived();
        submits(bob, SUPPORT, "unknown@customer.test", "On behalf");
        Awaitility.await("the archive").atMost(TIMEOUT).until(() -> archived() == before + 1);
        try (OpenMailbox inbox = alice.opens("#user.support.INBOX")) {
            Awaitility.await("the bounce")
                    .atMost(TIMEOUT)
                    .until(
                            () ->
                                    inbox.subjects().stream()
                                            .anyMatch(subject -> subject.contains("On behalf")));
        }

        submits(alice, SUPPORT, "carl@customer.test", "Not on behalf");
        submits(bob, "bob@example.com", "carl@customer.test", "On his own behalf");

        left("Not on behalf");
        left("On his own behalf");
        assertThat(archived()).isEqualTo(before + 1);
    }

    @Test
    void senderIsMemberOfMatchesMailOfWhoeverHoldsARightNow() {
        submits(bob, "bob@example.com", "carl@customer.test", "Of a member");
        submits(boss, "boss@example.com", "carl@customer.test", "Of the boss");
        Person former = administrator.createsUser("former@example.com");
        administrator.grants(SUPPORT, former, "READ");
        submits(former, "former@example.com", "carl@customer.test", "Still a member");
        assertThat(left("Still a member")).contains(FROM_THE_TEAM);
        administrator.removes(former, SUPPORT);
        submits(former, "former@example.com", "carl@customer.test", "No longer a member");

        assertThat(left("Of a member")).contains(FROM_THE_TEAM);
        assertThat(left("Of the boss")).doesNotContain(FROM_THE_TEAM);
        assertThat(left("No longer a member")).doesNotContain(FROM_THE_TEAM);
    }

    @Test
    void recipientIsSharedMailboxMatchesThoseOfTheRecipientsWhoAreByAliasToo() throws Exception {
        try (RawSmtp smtp = RawSmtp.connect(james)) {
            smtp.command("EHLO customer.test");
            assertThat(
                            smtp.sends(
                                    "carl@customer.test",
                                    List.of("help@example.com", "boss@example.com"),
                                    message("alice@example.com", "To both")))
                    .startsWith("250 ");
        }

        try (OpenMailbox shared = alice.opens("#user.support.INBOX");
                OpenMailbox own = boss.opens("INBOX")) {
            assertThat(shared.awaitsMail("To both").getHeader("X-Team")).containsExactly("yes");
            assertThat(own.awaitsMail("To both").getHeader("X-Team")).isNull();
            // Nobody logged in: that the mail claims to be alice's makes it no member's.
            assertThat(own.awaitsMail("To both").getHeader(FROM_THE_TEAM)).isNull();
        }
    }

    private static void submits(Person who, String from, String to, String subject) {
        try (RawSmtp smtp = who.smtp()) {
            assertThat(smtp.sends(who.address(), List.of(to), message(from, subject)))
                    .startsWith("250 ");
        }
    }

    private static String message(String from, String subject) {
        return "From: "
                + from
                + "\r\nSubject: "
                + subject
                + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello\r\n";
    }

    private static String left(String subject) {
        return customers.receives(subject).raw();
    }

    private static int archived() {
        var answer = administrator.webAdmin().get("/mailRepositories/var%2Fmail%2Fon-behalf");
        return answer.status() == 404 ? 0 : answer.expectSuccess().json().get("size").asInt();
    }

    /** The example that the operators' documentation gives for a matcher. */
    private static String documented(String matcher) {
        List<String> examples =
                Pattern.compile(
                                "^    <mailet match=\"org\\.sharedmailbox\\.matcher\\."
                                        + Pattern.quote(matcher)
                                        + "\".*?^    </mailet>$",
                                Pattern.MULTILINE | Pattern.DOTALL)
                        .matcher(documentation())
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toList());
        assertThat(examples).as("examples of %s", matcher).hasSize(1);
        return examples.get(0);
    }

    private static String documentation() {
        try {
            return Files.readString(
                    Path.of(System.getProperty("stockJames.configuration"))
                            .resolveSibling("operator")
                            .resolve("mailets.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String processor(String name, String header, String next) {
        return "<processor state=\""
                + name
                + "\"><mailet match=\"All\" class=\"SetMimeHeader\"><name>"
                + header
                + "</name><value>yes</value></mailet><mailet match=\"All\" "
                + next
                + "</mailet></processor>";
    }
}
