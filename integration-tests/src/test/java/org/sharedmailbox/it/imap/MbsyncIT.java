/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.it.client.Maildir;
import org.sharedmailbox.it.client.Mbsync;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** mbsync keeps own and shared folders alike on both sides, and then finds nothing to do. */
class MbsyncIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("mbsync"));

    private static final List<String> MAILBOXES =
            List.of("INBOX", "Travel", "#user.support.INBOX", "#user.support.Archive.2026");

    /** What mbsync says to look for news; whatever else it says transfers something. */
    private static final String LOOKS =
            "CAPABILITY|AUTHENTICATE .*|NAMESPACE|LIST .*|SELECT .*|UID FETCH \\S+ \\(UID FLAGS\\)"
                    + "|CLOSE|LOGOUT";

    private static final Pattern MAIL =
            Pattern.compile("(?s)\\* \\d+ FETCH \\(FLAGS \\(([^)]*)\\).*Subject: ([^\r\n]*).*");

    @TempDir private static Path disk;

    private static Person alice;
    private static Person bob;
    private static Mbsync mbsync;

    @BeforeAll
    static void fillTheMailboxes() {
        Company company = Company.on(james.server());
        alice = company.hires("alice", "READ_AND_MANAGE");
        bob = company.hires("bob", "READ_AND_MANAGE");
        mbsync = new Mbsync(james.server(), alice, disk);
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("CREATE Travel"));
            expectOk(imap.command("CREATE #user.support.Archive.2026"));
            for (String mailbox : MAILBOXES) {
                for (String subject : List.of("Ink", "Fax", "Lamp", "Door", "Fire")) {
                    files(imap, mailbox, subject);
                }
            }
        }
    }

    @BeforeEach
    void aliceHasSynchronised() {
        mbsync.synchronises();
    }

    @Test
    void theSecondRunTransfersNothing() {
        List<String> filesBefore = files();
        List<String> serverBefore = states();

        assertThat(mbsync.synchronises()).contains("LIST \"\" \"*\"").allMatch(this::onlyLooks);

        assertThat(files()).hasSizeGreaterThanOrEqualTo(20).isEqualTo(filesBefore);
        assertThat(states()).isEqualTo(serverBefore);
    }

    @Test
    void changesOfBothSidesMeet() {
        for (String mailbox : MAILBOXES) {
            Maildir folder = mbsync.folder(mailbox);
            folder.files("From home");
            folder.flags("Ink", "RS");
            folder.flags("Fax", "ST");
            Person other = mailbox.startsWith("#user.") ? bob : alice;
            try (RawImap imap = other.imap()) {
                files(imap, mailbox, "From the office");
                expectOk(imap.command("SELECT " + mailbox));
                expectOk(imap.command("STORE 3 +FLAGS (\\Flagged)"));
                expectOk(imap.command("STORE 4 +FLAGS (\\Deleted)"));
                expectOk(imap.command("EXPUNGE"));
            }
        }

        assertThat(mbsync.synchronises()).anyMatch(command -> command.startsWith("APPEND \"#user"));

        Map<String, String> agreed =
                Map.of(
                        "Ink",
                        "RS",
                        "Lamp",
                        "F",
                        "Fire",
                        "",
                        "From home",
                        "",
                        "From the office",
                        "");
        for (String mailbox : MAILBOXES) {
            assertThat(mbsync.folder(mailbox).mails()).as(mailbox).isEqualTo(agreed);
            assertThat(mailsOnServer(mailbox)).as(mailbox).isEqualTo(agreed);
            assertThat(mbsync.folder(mailbox).reads("Lamp")).contains("\nBright.");
        }
        assertThat(mbsync.synchronises()).allMatch(this::onlyLooks);
    }

    private boolean onlyLooks(String command) {
        return command.matches(LOOKS);
    }

    private static void files(RawImap imap, String mailbox, String subject) {
        expectOk(
                imap.command(
                        "APPEND " + mailbox,
                        "Subject: " + subject + "\r\nFrom: a@b.c\r\n\r\nBright.\r\n"));
    }

    private static List<String> files() {
        return MAILBOXES.stream()
                .flatMap(mailbox -> mbsync.folder(mailbox).state().stream())
                .collect(Collectors.toList());
    }

    private static List<String> states() {
        try (RawImap imap = alice.imap()) {
            return MAILBOXES.stream()
                    .map(
                            mailbox ->
                                    expectOk(
                                            imap.command(
                                                    "STATUS "
                                                            + mailbox
                                                            + " (MESSAGES UIDNEXT HIGHESTMODSEQ)")))
                    .map(answer -> String.join("\n", answer.untagged()))
                    .collect(Collectors.toList());
        }
    }

    /** As in a Maildir: the initials of the flags of each mail by its subject. */
    private static Map<String, String> mailsOnServer(String mailbox) {
        Map<String, String> mails = new TreeMap<>();
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("EXAMINE " + mailbox));
            for (String mail :
                    imap.command("FETCH 1:* (FLAGS BODY.PEEK[HEADER.FIELDS (SUBJECT)])")
                            .untagged("* ")) {
                Matcher parts = MAIL.matcher(mail);
                assertThat(parts.matches()).as(mail).isTrue();
                mails.put(parts.group(2), initials(parts.group(1)));
            }
        }
        return mails;
    }

    private static String initials(String flags) {
        return Pattern.compile(" ")
                .splitAsStream(flags)
                .filter(flag -> !flag.isEmpty() && !flag.equals("\\Recent"))
                .map(flag -> flag.equals("\\Answered") ? "R" : flag.substring(1, 2))
                .sorted()
                .collect(Collectors.joining());
    }
}
