/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** What people are told by mail of their delegations, on a server as it is delivered. */
class NoticesIT {
    private static final String SUPPORT = "support@example.com";

    @RegisterExtension
    static final StockJamesExtension JAMES = new StockJamesExtension(StockJames.named("notices"));

    private static Administrator administrator() {
        return Administrator.of(JAMES.server());
    }

    @BeforeAll
    static void createCompany() {
        administrator().createsDomain("example.com");
        administrator().createsSharedMailbox(SUPPORT);
    }

    @Test
    void delegateAndOwnerAreToldOfAGrantAChangeAndTheEnd() throws Exception {
        Person owner = administrator().createsUser("olga@example.com");
        Person delegate = administrator().createsUser("dan@example.com");
        String end = Instant.now().plus(30, ChronoUnit.DAYS).toString();
        try (OpenMailbox inbox = delegate.opens("INBOX");
                OpenMailbox owners = owner.opens("INBOX")) {
            // Each is awaited before the next change: what nobody has taken yet becomes one mail.
            grant(owner.address(), delegate, "{\"rights\":[\"READ\"],\"notify\":\"all\"}");
            assertIsToldOfTheGrant(inbox.awaitsMail("You have access to olga@example.com"));
            assertThat(owners.reads("dan@example.com has access to your mailbox"))
                    .contains("read mail");

            grant(
                    owner.address(),
                    delegate,
                    "{\"rights\":[\"READ\",\"SEND_ON_BEHALF\"],\"notify\":\"all\",\"notAfter\":\""
                            + end
                            + "\",\"note\":\"summer <cover> & more {{owner}}\"}");
            assertThat(inbox.reads("Your access to olga@example.com has changed"))
                    .contains("Sending mail on behalf of olga@example.com")
                    .contains("It ends on ");
            owners.awaitsMail("The access of dan@example.com to your mailbox has changed");

            administrator().removes(delegate, owner.address());
            assertThat(inbox.reads("Your access to olga@example.com has ended"))
                    .contains("An administrator (webadmin) ended it on ");
            owners.awaitsMail("The access of dan@example.com to your mailbox has ended");
            assertThat(inbox.subjects()).hasSize(3);
            assertThat(owners.subjects()).hasSize(3);
        }
    }

    private static void assertIsToldOfTheGrant(Message mail) throws Exception {
        assertThat(mail.getFrom()[0]).hasToString("postmaster@example.com");
        assertThat(mail.getAllRecipients()[0]).hasToString("dan@example.com");
        assertThat(mail.getHeader("Return-Path")).containsExactly("<>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Message-ID")).hasSize(1);
        assertThat(mail.getSentDate()).isNotNull();
        assertThat(String.valueOf(mail.getContent()))
                .contains("An administrator (webadmin) has given you access to the mailbox")
                .contains("- read mail")
                .contains("#user.olga")
                .contains("It has no end date.");
    }

    @Test
    void thePolicyDecidesWhereTheDelegationSaysNothing() throws Exception {
        administrator().createsDomain("told.example");
        administrator()
                .webAdmin()
                .put("/delegation-policies/told.example", "{\"notify\":\"delegate\"}")
                .expectSuccess();
        Person owner = administrator().createsUser("owner@told.example");
        Person delegate = administrator().createsUser("delegate@told.example");
        Person unaware = administrator().createsUser("unaware@told.example");
        grant(owner.address(), unaware, "{\"rights\":[\"READ\"],\"notify\":\"none\"}");
        grant(owner.address(), delegate, "{\"rights\":[\"READ\"]}");

        try (OpenMailbox inbox = delegate.opens("INBOX")) {
            inbox.awaitsMail("You have access to owner@told.example");
        }
        assertThat(inboxOf(owner)).isZero();
        assertThat(inboxOf(unaware)).isZero();
    }

    @Test
    void aSharingDialogueIsToldOnce() throws Exception {
        administrator()
                .webAdmin()
                .put("/delegation-policies/default", "{\"notify\":\"delegate\"}")
                .expectSuccess();
        administrator().createsDomain("dialogue.example");
        Person owner = administrator().createsUser("owner@dialogue.example");
        Person delegate = administrator().createsUser("delegate@dialogue.example");
        try (var imap = owner.imap()) {
            for (int i = 0; i < 30; i++) {
                imap.command("CREATE F" + i);
                assertThat(imap.command("SETACL F" + i + " delegate@dialogue.example lr").isOk())
                        .isTrue();
            }
        }
        try (OpenMailbox inbox = delegate.opens("INBOX")) {
            // Held back while there may be more to tell.
            Awaitility.await("the first mail")
                    .atMost(Duration.ofSeconds(90))
                    .until(inbox::subjects, subjects -> !subjects.isEmpty());
            assertThat(inbox.reads("You have access to owner@dialogue.example"))
                    .contains("owner@dialogue.example has given you access")
                    .contains("The folder F0")
                    .contains("and 25 more folders")
                    .doesNotContain("F29");
            assertThat(inbox.subjects()).hasSize(1);
        }
    }

    private static int inboxOf(Person person) throws Exception {
        try (var store = person.signsIn()) {
            return store.getFolder("INBOX").getMessageCount();
        }
    }

    private static void grant(String owner, Person delegate, String body) {
        administrator()
                .webAdmin()
                .put("/delegations/" + owner + "/" + delegate.address(), body)
                .expectSuccess();
    }
}
