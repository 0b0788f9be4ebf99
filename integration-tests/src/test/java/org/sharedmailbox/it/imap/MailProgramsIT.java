/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.it.client.Alpine;
import org.sharedmailbox.it.client.Letter;
import org.sharedmailbox.it.client.Msmtp;
import org.sharedmailbox.it.client.OfflineImap;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** Mail programs with which a member lists, reads, flags, moves and answers support's mail. */
class MailProgramsIT {
    @RegisterExtension
    static final StockJamesExtension james =
            new StockJamesExtension(StockJames.named("mail-programs"));

    private static final String INBOX = "#user.support.INBOX";
    private static final String ARCHIVE = "#user.support.Archive";

    private static Person alice;
    private static Person customer;
    private static int orders;

    @TempDir private Path disk;

    private String order;

    @BeforeAll
    static void shareTheMailbox() {
        Company company = Company.on(james.server());
        alice = company.hires("alice", "READ_AND_MANAGE", "SEND_AS");
        customer = company.hires("customer");
    }

    @BeforeEach
    void aCustomerHasWritten() {
        orders++;
        order = "Order " + orders;
        customer.sends(Letter.from(customer.address()).to(SUPPORT).about(order)).isAccepted();
        try (OpenMailbox inbox = alice.opens(INBOX)) {
            inbox.awaitsMail(order);
        }
    }

    @Test
    void offlineImapKeepsFoldersAndMsmtpSends() throws MessagingException {
        OfflineImap offlineImap = new OfflineImap(james.server(), alice, disk);
        offlineImap.synchronises();
        assertThat(offlineImap.folder(INBOX).reads(order)).contains("About: " + order);

        offlineImap.folder(INBOX).flags(order, "FS");
        offlineImap.synchronises();
        assertFlagged(INBOX);

        offlineImap.folder(INBOX).moves(order, offlineImap.folder(ARCHIVE));
        offlineImap.synchronises();
        assertMoved();

        new Msmtp(james.server(), alice, SUPPORT, disk)
                .sends(
                        "From: "
                                + SUPPORT
                                + "\nTo: "
                                + customer.address()
                                + "\nSubject: Re: "
                                + order
                                + "\n\nIt is on its way.\n");
        assertAnswered();
    }

    @Test
    void alpineDoesAllOfIt() throws MessagingException {
        try (Alpine alpine = Alpine.opens(james.server(), alice, disk)) {
            alpine.awaits(order);
            alpine.listsFolders();
            alpine.awaits("Archive");
            alpine.awaits("Sent");
            alpine.listsMails();
            alpine.reads();
            alpine.awaits("About: " + order);
            alpine.answers("It is on its way.");
            alpine.flags();
            alpine.movesTo("Archive");
        }

        assertMoved();
        assertFlagged(ARCHIVE);
        assertAnswered();
    }

    private void assertFlagged(String folder) throws MessagingException {
        try (OpenMailbox open = alice.opens(folder)) {
            Flags flags = open.awaitsMail(order).getFlags();
            assertThat(flags.contains(Flags.Flag.FLAGGED)).isTrue();
            assertThat(flags.contains(Flags.Flag.SEEN)).isTrue();
        }
    }

    private void assertMoved() {
        try (OpenMailbox archive = alice.opens(ARCHIVE);
                RawImap imap = alice.imap()) {
            archive.awaitsMail(order);
            expectOk(imap.command("EXAMINE " + INBOX));
            assertThat(expectOk(imap.command("SEARCH SUBJECT \"" + order + "\"")).untagged())
                    .contains("* SEARCH");
        }
    }

    private void assertAnswered() {
        try (OpenMailbox inbox = customer.opens("INBOX");
                OpenMailbox sent = alice.opens("#user.support.Sent")) {
            assertThat(inbox.sender("Re: " + order)).isEqualTo(SUPPORT);
            sent.awaitsMail("Re: " + order);
        }
    }
}
