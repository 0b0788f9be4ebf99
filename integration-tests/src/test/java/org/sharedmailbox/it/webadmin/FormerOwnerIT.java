/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Customer;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.OctetServer;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.WebAdmin;
import org.sharedmailbox.it.server.StockJames;

/**
 * Erin has her mail sent on to herself elsewhere, and her friend bob acts as her. When her account
 * becomes the company's, neither goes on; nor after it was deleted and made again. Told in its
 * order.
 */
@TestMethodOrder(OrderAnnotation.class)
class FormerOwnerIT {
    private static final String ERIN = "erin@example.com";
    private static final String MAILBOX = "/shared-mailboxes/" + ERIN;
    private static final String SCRIPT = "redirect \"erin@elsewhere.test\";\n";

    private static final OctetServer elsewhere = OctetServer.start();
    private static final StockJames james =
            StockJames.named("former-owner").relayingTo(elsewhere.port()).layOut();

    private static Administrator administrator;
    private static WebAdmin webAdmin;
    private static Person alice;
    private static Person bob;
    private static Customer customer;

    @BeforeAll
    static void erinHasSetUpAllThatSheWants() {
        james.start();
        administrator = Administrator.of(james);
        webAdmin = administrator.webAdmin();
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
        try (RawImap imap = administrator.createsUser(ERIN).imap()) {
            assertThat(imap.command("SELECT INBOX").isOk()).isTrue();
        }
        administrator.grants(ERIN, alice, "READ_AND_MANAGE");
        customer = Customer.of(james, "customer@elsewhere.test");
        diverts();
        webAdmin.put("/users/" + ERIN + "/authorizedUsers/" + bob.address()).expectSuccess();
    }

    @AfterAll
    static void stop() {
        james.stop();
        elsewhere.close();
    }

    @Test
    @Order(1)
    void herMailGoesElsewhereAndBobActsAsHer() {
        customer.writesTo(ERIN, "before");

        elsewhere.receives("before");
        assertThat(bobActsAsErin()).isTrue();
    }

    @Test
    @Order(2)
    void afterTheConversionItStaysAndBobDoesNot() {
        JsonNode warnings =
                webAdmin.post(MAILBOX + "?action=convert", "")
                        .expectSuccess()
                        .json()
                        .get("warnings");

        assertThat(texts(warnings))
                .contains(
                        "James's own delegation let bob@example.com act as erin@example.com; this"
                                + " was ended",
                        "The Sieve script 'divert' was switched off");
        arrives("converted");
        assertThat(bobActsAsErin()).isFalse();
        assertStaysHere("converted");
    }

    @Test
    @Order(3)
    void afterADeletionWithTheMailTheNextMailboxOfThatAddressDivertsNothing() {
        diverts();
        webAdmin.delete(MAILBOX + "?mail=delete").expectSuccess();

        administrator.createsSharedMailbox(ERIN);
        administrator.grants(ERIN, alice, "READ_AND_MANAGE");

        arrives("made again");
        assertStaysHere("made again");
    }

    @Test
    @Order(4)
    void norDoesOneThatIsMadeWhereJamesDeletedTheAccount() {
        diverts();
        webAdmin.delete("/users/" + ERIN).expectSuccess();

        JsonNode warnings = administrator.createsSharedMailbox(ERIN).json().get("warnings");
        administrator.grants(ERIN, alice, "READ_AND_MANAGE");

        assertThat(texts(warnings)).containsExactly("The Sieve script 'divert' was switched off");
        arrives("inherited");
        assertStaysHere("inherited");
    }

    private static void diverts() {
        webAdmin.put("/sieve/" + ERIN + "/scripts/divert?activate=true", SCRIPT).expectSuccess();
    }

    private static void arrives(String subject) {
        customer.writesTo(ERIN, subject);
        try (OpenMailbox inbox = alice.opens("#user.erin.INBOX")) {
            inbox.awaitsMail(subject);
        }
    }

    /** A later mail has gone out by the same queue, so this one is not on its way. */
    private static void assertStaysHere(String subject) {
        String later = "after " + subject;
        alice.sends(Letter.from(alice.address()).to("else@elsewhere.test").about(later))
                .isAccepted();
        elsewhere.receives(later);
        assertThat(elsewhere.about(subject)).isEmpty();
    }

    private static boolean bobActsAsErin() {
        try (RawImap imap = RawImap.connect(james)) {
            String secret = ERIN + "\0" + bob.address() + "\0" + bob.password();
            byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
            return imap.command("AUTHENTICATE PLAIN " + Base64.getEncoder().encodeToString(octets))
                    .isOk();
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.toList());
    }
}
