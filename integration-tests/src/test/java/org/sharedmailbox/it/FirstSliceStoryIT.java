/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags.Flag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Customer;
import org.sharedmailbox.it.client.CustomerServer;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.client.RelayedMail;
import org.sharedmailbox.it.server.StockJames;

/**
 * A company gets a shared mailbox: made, shared, worked in, answered from, taken away. One story on
 * one server, told in its order.
 */
@TestMethodOrder(OrderAnnotation.class)
class FirstSliceStoryIT {
    private static final String SUPPORT = "support@example.com";
    private static final String INBOX = "#user.support.INBOX";
    private static final String FIRE = "The printer is on fire";

    private static final CustomerServer customerServer = CustomerServer.start();
    private static final StockJames james =
            StockJames.named("first-slice").relayingTo(customerServer.port()).layOut();
    private static final Administrator administrator = Administrator.of(james);
    private static final Customer customer = Customer.of(james, "carl@customer.test");

    private static Person alice;
    private static Person bob;
    private static Person carol;

    @BeforeAll
    static void start() {
        james.start();
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
        carol = administrator.createsUser("carol@example.com");
    }

    @AfterAll
    static void stop() {
        james.close();
        customerServer.close();
    }

    @Test
    @Order(1)
    void theAdministratorSharesAMailbox() {
        HttpAnswer created = administrator.createsSharedMailbox(SUPPORT);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().get("address").asText()).isEqualTo(SUPPORT);
        assertThat(created.json().get("type").asText()).isEqualTo("team");
        assertThat(created.json().get("signIn").asText()).isEqualTo("blocked");

        HttpAnswer granted = administrator.grants(SUPPORT, alice, "READ_AND_MANAGE", "SEND_AS");
        assertThat(granted.status()).isEqualTo(201);
        assertThat(granted.json().get("rights"))
                .extracting(right -> right.asText())
                .containsExactlyInAnyOrder("READ_AND_MANAGE", "SEND_AS");
        assertThat(granted.json().get("state").asText()).isEqualTo("active");
        assertThat(administrator.grants(SUPPORT, bob, "READ").status()).isEqualTo(201);
    }

    @Test
    @Order(2)
    void aMemberReadsAndFlagsTheCustomersMail() {
        customer.writesTo(SUPPORT, FIRE).isAccepted();

        assertThat(alice.mailboxes()).contains("INBOX", INBOX, "#user.support.Sent");
        try (OpenMailbox inbox = alice.opens(INBOX)) {
            assertThat(inbox.reads(FIRE)).contains("About: " + FIRE);
            inbox.flags(FIRE, Flag.FLAGGED);
        }
        try (OpenMailbox own = alice.opens("INBOX")) {
            assertThat(own.subjects()).isEmpty();
        }
    }

    @Test
    @Order(3)
    void theAnswerNamesTheSharedMailboxOnly() {
        try (OpenMailbox inbox = alice.opens(INBOX)) {
            Letter answer = Letter.from(SUPPORT).answering(inbox.awaitsMail(FIRE));
            alice.sends(answer).isAccepted();
            inbox.flags(FIRE, Flag.ANSWERED);
        }

        RelayedMail received = customerServer.receives("Re: " + FIRE);
        assertThat(received.envelopeSender()).isEqualTo(SUPPORT);
        assertThat(received.recipient()).isEqualTo(customer.address());
        assertThat(received.header("From")).singleElement().asString().contains(SUPPORT);
        assertThat(received.header("Sender")).isEmpty();
        assertThat(received.toString()).doesNotContainIgnoringCase("alice");
    }

    @Test
    @Order(4)
    void aReaderSeesEverythingAndChangesNothing() {
        try (RawImap imap = bob.imap()) {
            assertThat(imap.command("SELECT \"" + INBOX + "\"").completion())
                    .startsWith("OK [READ-ONLY]");
            assertThat(imap.command("FETCH 1 (FLAGS BODY[])").untagged("* 1 FETCH"))
                    .singleElement()
                    .asString()
                    .contains(FIRE, "\\Flagged", "\\Answered");

            assertRefused(imap.command("STORE 1 +FLAGS (\\Seen)"));
            assertRefused(imap.command("STORE 1 +FLAGS (\\Deleted)"));
            assertRefused(imap.command("STORE 1 -FLAGS (\\Flagged)"));
            assertRefused(imap.command("EXPUNGE"));
            assertRefused(
                    imap.command("APPEND \"" + INBOX + "\"", "Subject: smuggled in\r\n\r\n\r\n"));

            assertThat(imap.command("FETCH 1 (FLAGS)").untagged("* 1 FETCH"))
                    .singleElement()
                    .asString()
                    .contains("\\Flagged")
                    .doesNotContain("\\Deleted");
            assertThat(imap.command("SEARCH ALL").untagged("* SEARCH"))
                    .containsExactly("* SEARCH 1");
        }
        bob.sends(Letter.from(SUPPORT).to(customer.address()))
                .isRefusedWith("550 5.7.1 You do not have permission to send from this mailbox");
    }

    @Test
    @Order(5)
    void forEverybodyElseTheMailboxDoesNotExist() {
        assertThat(carol.mailboxes()).contains("INBOX").noneMatch(name -> name.startsWith("#user"));
        try (RawImap imap = carol.imap()) {
            assertThat(imap.command("LIST \"\" \"#user.%\"").untagged("* LIST")).isEmpty();
            assertThat(imap.command("SELECT \"" + INBOX + "\"").completion())
                    .startsWith("NO [NONEXISTENT]");
            assertThat(imap.command("STATUS \"" + INBOX + "\" (MESSAGES)").completion())
                    .startsWith("NO [NONEXISTENT]");
            assertThat(imap.command("SELECT INBOX").isOk()).isTrue();
        }
        try (RawSmtp smtp = carol.smtp()) {
            assertThat(smtp.command("MAIL FROM:<" + SUPPORT + ">"))
                    .isEqualTo("550 5.7.1 You do not have permission to send from this mailbox");
        }
    }

    @Test
    @Order(6)
    void aRemovedMemberIsOutAtTheNextCommand() {
        try (RawImap imap = alice.imap()) {
            assertThat(imap.command("SELECT \"" + INBOX + "\"").completion())
                    .startsWith("OK [READ-WRITE]");

            administrator.removes(alice, SUPPORT);

            ImapAnswer next = imap.command("FETCH 1 (FLAGS)");
            assertThat(next.untagged()).singleElement().asString().startsWith("* OK [CLOSED]");
            assertRefused(next);
            assertThat(imap.command("FETCH 1 (FLAGS)").isOk()).isFalse();
            assertThat(imap.command("SELECT \"" + INBOX + "\"").completion())
                    .startsWith("NO [NONEXISTENT]");
            assertThat(imap.command("LIST \"\" \"*\"").untagged())
                    .noneMatch(line -> line.contains("#user"));
            assertThat(imap.command("SELECT INBOX").completion()).startsWith("OK [READ-WRITE]");
        }
        alice.sends(Letter.from(SUPPORT).to(customer.address()))
                .isRefusedWith("550 5.7.1 You do not have permission to send from this mailbox");
        alice.sends(Letter.from(alice.address()).to(customer.address()).about("It was me"))
                .isAccepted();
        assertThat(customerServer.receives("It was me").envelopeSender())
                .isEqualTo(alice.address());
    }

    @Test
    @Order(7)
    void aPowerCutEndsWhatTheForgottenAccountsSharedAndNothingElse() {
        administrator
                .webAdmin()
                .put("/delegation-policies/example.com", "{\"maxDuration\":\"P30D\"}")
                .expectSuccess();

        james.kill().start();

        // The memory flavour forgets its domains and users: those who are made next are others.
        administrator.createsDomain("example.com");
        HttpAnswer policy = administrator.webAdmin().get("/delegation-policies/example.com");
        assertThat(policy.status()).isEqualTo(200);
        assertThat(policy.json().get("maxDuration").asText()).isEqualTo("P30D");
        assertThat(administrator.looksAtSharedMailbox(SUPPORT).status()).isEqualTo(404);
        administrator.createsUser(bob);
        administrator.createsSharedMailbox(SUPPORT);
        assertThat(administrator.looksAtDelegation(SUPPORT, bob).status()).isEqualTo(404);
    }

    private static void assertRefused(ImapAnswer answer) {
        assertThat(answer.completion()).startsWith("NO [NOPERM]");
    }
}
