/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.Mutt;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** What mutt shows of a shared mailbox, and takes out of it and into it. */
class MuttIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("mutt"));

    private static final String ALL = "<tag-pattern>~A<enter><tag-prefix>";

    private static int people;
    private static Company company;

    @TempDir private Path disk;

    private Person alice;
    private Mutt mutt;
    private String folder;

    @BeforeAll
    static void shareTheMailbox() {
        company = Company.on(james.server());
    }

    @BeforeEach
    void aliceIsToldOfAFolderWithTwoMails() {
        people++;
        alice = company.hires("alice" + people, "READ_AND_MANAGE");
        mutt = new Mutt(james.server(), alice, disk);
        folder = "#user.support.F" + people;
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("CREATE " + folder));
            files(imap, folder, "Ink is out");
            files(imap, folder, "Lamp is dark");
            files(imap, "INBOX", "Own matters");
        }
    }

    @Test
    void mailIsReadAndKeptOnTheDisk() {
        String shown = mutt.opens(folder, ALL + "<copy-message>kept<enter>");

        assertThat(shown).contains("Ink is out", "Lamp is dark");
        assertThat(mutt.folder("kept").mails()).containsOnlyKeys("Ink is out", "Lamp is dark");
        assertThat(mutt.folder("kept").reads("Lamp is dark")).contains("\nIt is about work.");
        assertThat(subjects(folder)).containsExactly("Ink is out", "Lamp is dark");
    }

    @Test
    void mailIsCopiedBetweenOwnAndSharedMailboxes() {
        mutt.opens(folder, ALL + "<copy-message>=INBOX<enter>");
        mutt.opens("INBOX", "<copy-message>=" + folder + "<enter>");

        assertThat(subjects("INBOX")).containsExactly("Own matters", "Ink is out", "Lamp is dark");
        assertThat(subjects(folder)).hasSize(3).contains("Ink is out", "Lamp is dark");
    }

    /** mutt asks MYRIGHTS what it may do, and does nothing without an answer. */
    @Test
    void mailIsFlaggedAndMovedToAnOwnFolder() {
        mutt.opens(folder, "<flag-message>", "<last-entry><save-message>=INBOX<enter>");

        assertThat(subjects("INBOX")).containsExactly("Own matters", "Lamp is dark");
        assertThat(subjects(folder)).containsExactly("Ink is out");
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("EXAMINE " + folder));
            assertThat(imap.command("SEARCH FLAGGED").untagged()).contains("* SEARCH 1");
        }
    }

    /** The mail of the mailbox is answered from its address, which mutt takes from the mail. */
    @Test
    void mailIsAnsweredAsTheMailbox() {
        company.administrator().grants(SUPPORT, alice, "READ_AND_MANAGE", "SEND_AS");
        Person customer = company.hires("customer" + people);
        customer.sends(Letter.from(customer.address()).to(SUPPORT).about("Order")).isAccepted();
        try (OpenMailbox inbox = alice.opens("#user.support.INBOX")) {
            inbox.awaitsMail("Order");
        }

        mutt.opens("#user.support.INBOX", "<last-entry><reply><send-message>");

        try (OpenMailbox inbox = customer.opens("INBOX");
                OpenMailbox sent = alice.opens("#user.support.Sent")) {
            assertThat(inbox.sender("Re: Order")).isEqualTo(SUPPORT);
            sent.awaitsMail("Re: Order");
        }
    }

    private static void files(RawImap imap, String mailbox, String subject) {
        expectOk(
                imap.command(
                        "APPEND " + mailbox,
                        "Subject: " + subject + "\r\nFrom: a@b.c\r\n\r\nIt is about work.\r\n"));
    }

    private List<String> subjects(String mailbox) {
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("EXAMINE " + mailbox));
            return imap
                    .command("FETCH 1:* (BODY.PEEK[HEADER.FIELDS (SUBJECT)])")
                    .untagged("* ")
                    .stream()
                    .filter(line -> line.contains(" FETCH "))
                    .map(mail -> mail.replaceAll("(?s).*Subject: ([^\r\n]*).*", "$1"))
                    .collect(Collectors.toList());
        }
    }
}
