/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.roundcube;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.it.browser.Chromium;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/**
 * What people do in Roundcube with a shared mailbox, and with folders that they share. The pictures
 * that this leaves in {@code target/pictures} are those of docs/member.
 */
class RoundcubeIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("roundcube"));

    private static final String SUPPORT = "support@example.com";

    private static Person alice;
    private static Person bob;

    @TempDir private Path disk;

    private Roundcube roundcube;
    private Webmail webmail;

    @BeforeAll
    static void shareTheMailbox() {
        Administrator administrator = Administrator.of(james.server());
        administrator.createsDomain("example.com");
        administrator.createsSharedMailbox(SUPPORT);
        alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
        administrator.grants(SUPPORT, alice, "READ_AND_MANAGE", "SEND_AS");
    }

    @BeforeEach
    void aliceSignsIn() {
        roundcube = Roundcube.before(james.server(), disk);
        webmail = Webmail.of(roundcube, new Chromium(disk), alice);
    }

    @Test
    void aMemberAnswersAsTheMailbox() throws MessagingException {
        bob.sends(Letter.from(bob.address()).to(SUPPORT).about("Where is my order?")).isAccepted();
        try (OpenMailbox inbox = alice.opens("#user.support.INBOX")) {
            inbox.awaitsMail("Where is my order?");
        }
        webmail.addsIdentity("Support", SUPPORT);

        webmail.opens("#user.support.INBOX");
        assertThat(webmail.reads("Where is my order?")).contains("About: Where is my order?");
        webmail.photographs("roundcube-inbox");
        assertThat(webmail.answers()).isEqualTo("Support <support@example.com>");
        webmail.photographs("roundcube-answer");
        webmail.sends("It is on its way.");

        try (OpenMailbox inbox = bob.opens("INBOX");
                OpenMailbox sent = alice.opens("#user.support.Sent")) {
            assertThat(inbox.awaitsMail("Re: Where is my order?").getFrom())
                    .extracting(Object::toString)
                    .containsExactly("Support <support@example.com>");
            assertThat(inbox.reads("Re: Where is my order?")).contains("It is on its way.");
            sent.awaitsMail("Re: Where is my order?");
        }
    }

    @Test
    void aMemberRenamesAFolderOfTheMailbox() {
        try (RawImap imap = alice.imap()) {
            imap.command("CREATE #user.support.Bills");
        }

        webmail.renames("#user.support.Bills", "Invoices");

        assertThat(alice.mailboxes())
                .contains("#user.support.Invoices")
                .doesNotContain("#user.support.Bills");
        assertThat(webmail.folders()).contains("Invoices").doesNotContain("Bills");
    }

    @Test
    void aFolderOfOnesOwnIsSharedToBeRead() {
        try (RawImap imap = alice.imap()) {
            imap.command("CREATE Recipes");
            imap.command("SUBSCRIBE Recipes");
            imap.command(
                    "APPEND Recipes",
                    "Subject: Pie\r\nFrom: alice@example.com\r\n\r\nBake it.\r\n");
        }

        webmail.shares("Recipes", bob.address());

        assertThat(webmail.box("read")).isEqualTo("enabled");
        assertThat(webmail.box("write")).isEqualTo("disabled");
        try (Webmail bobs = Webmail.of(roundcube, new Chromium(disk), bob)) {
            bobs.opens("#user.alice.Recipes");
            assertThat(bobs.reads("Pie")).contains("Bake it.");
            bobs.photographs("roundcube-shared");
        }
        try (RawImap imap = bob.imap()) {
            assertThat(imap.command("MYRIGHTS #user.alice.Recipes").untagged())
                    .containsExactly("* MYRIGHTS \"#user.alice.Recipes\" \"lrs\"");
        }
    }

    @AfterEach
    void nothingHasGoneWrong() {
        if (webmail != null) {
            webmail.close();
        }
        if (roundcube != null) {
            roundcube.close();
            assertThat(roundcube.errors()).isEmpty();
            assertThat(roundcube.refusals()).isEmpty();
        }
    }
}
