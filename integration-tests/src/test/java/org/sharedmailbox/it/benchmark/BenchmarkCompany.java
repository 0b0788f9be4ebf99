/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.stream.IntStream;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;

/** The people and the mail that are measured, on one server. */
final class BenchmarkCompany {
    static final String SUPPORT = "team0@example.com";
    static final String GUEST = "guest";
    static final int MAILS = 100;
    static final int SHARED_MAILBOXES = 50;
    static final int FOLDERS_OF_COLLECTOR = 500;

    /** As many as are shared. */
    static final int FOLDERS_OF_LISTER = 300;

    private final Administrator administrator;

    private BenchmarkCompany(StockJames james) {
        this.administrator = Administrator.of(james);
    }

    /** Starts that server, with people who share nothing. */
    static BenchmarkCompany on(StockJames james) {
        BenchmarkCompany company = new BenchmarkCompany(james.start());
        company.administrator.createsDomain("example.com");
        try (RawImap plain = company.hires("plain").imap()) {
            fill(plain, "INBOX");
        }
        try (RawImap collector = company.hires("collector").imap()) {
            fillMailboxOfCollector(collector);
        }
        company.hires(GUEST);
        return company;
    }

    /**
     * Adds two who work in fifty shared mailboxes: one whose own mailbox has as much in it as the
     * shared one, and one who has as many folders alone as are shared.
     */
    void openSharedMailboxes() {
        Person delegate = hires("delegate");
        Person lister = hires("lister");
        IntStream.range(0, SHARED_MAILBOXES)
                .mapToObj(n -> "team" + n + "@example.com")
                .forEach(
                        mailbox -> {
                            administrator.createsSharedMailbox(mailbox);
                            administrator.grants(mailbox, delegate, "READ_AND_MANAGE", "SEND_AS");
                            administrator.grants(mailbox, lister, "READ_AND_MANAGE", "SEND_AS");
                        });
        try (RawImap imap = delegate.imap()) {
            fillMailboxesOfDelegate(imap);
        }
        try (RawImap imap = lister.imap()) {
            fillMailboxOfLister(imap);
        }
    }

    static void fillMailboxesOfDelegate(RawImap delegate) {
        fill(delegate, "INBOX");
        fill(delegate, "#user.team0.INBOX");
    }

    static void fillMailboxOfLister(RawImap lister) {
        createFolders(lister, FOLDERS_OF_LISTER);
    }

    static void fillMailboxOfCollector(RawImap collector) {
        createFolders(collector, FOLDERS_OF_COLLECTOR);
    }

    /** Gives the guest somebody's whole mailbox to read. */
    void grants(String owner) {
        administrator.grants(owner + "@example.com", person(GUEST), "READ");
    }

    /** Takes it away again, or sees that it is not there. */
    void revokes(String owner) {
        administrator.removes(person(GUEST), owner + "@example.com");
    }

    /** Does both, with the mailbox of many folders. */
    Operation grantAndRevokeOfCollector() {
        return () -> {
            grants("collector");
            revokes("collector");
        };
    }

    /** Signs somebody in without TLS. */
    RawImap imapInTheClear(String name) {
        return person(name).imapInTheClear();
    }

    Person person(String name) {
        return administrator.user(name + "@example.com");
    }

    /** Signs somebody in who works in their own INBOX. */
    ImapCommands ownMailboxOf(String name) {
        RawImap imap = person(name).imap();
        expectOk(imap.command("CREATE Appended"));
        return new ImapCommands(imap, "INBOX", "Appended");
    }

    private Person hires(String name) {
        return administrator.createsUser(name + "@example.com");
    }

    private static void createFolders(RawImap imap, int folders) {
        for (int n = 0; n < folders; n++) {
            expectOk(imap.command("CREATE F" + n));
        }
    }

    /** Puts a hundred mails into the folder. */
    static void fill(RawImap imap, String folder) {
        for (int n = 0; n < MAILS; n++) {
            expectOk(imap.command("APPEND \"" + folder + "\"", mail(n)));
        }
    }

    static String mail(int n) {
        return "From: Carl <carl@customer.test>\r\nTo: support@example.com\r\nSubject: Question "
                + n
                + "\r\nMessage-ID: <"
                + n
                + "@customer.test>\r\nDate: Thu, 26 Nov 2026 08:00:00 +0000\r\n\r\n"
                + "How do I switch it off?\r\n".repeat(80);
    }

    static ImapAnswer expectOk(ImapAnswer answer) {
        if (!answer.isOk()) {
            throw new IllegalStateException("Refused: " + answer);
        }
        return answer;
    }
}
