/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.it.client.Customer;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** Two members who have the same mailbox open see what the other does, as IMAP promises. */
class TogetherIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("together"));

    private static final String LETTER = "Subject: Ink\r\nFrom: a@b.c\r\n\r\nIt is out.\r\n";

    private static int folders;
    private static Company company;
    private static Person alice;
    private static Person bob;

    private String folder;
    private String name;
    private RawImap alices;
    private RawImap bobs;

    @BeforeAll
    static void hireThem() {
        company = Company.on(james.server());
        alice = company.hires("alice", "READ_AND_MANAGE");
        bob = company.hires("bob", "READ_AND_MANAGE");
    }

    @BeforeEach
    void bothOpenAFolderWithThreeMails() {
        folders++;
        folder = "F" + folders;
        name = "#user.support." + folder;
        company.owner(SUPPORT, "CREATE " + folder);
        for (int i = 0; i < 3; i++) {
            company.files(SUPPORT, folder, "");
        }
        alices = opens(alice);
        bobs = opens(bob);
    }

    @AfterEach
    void bothLeave() {
        alices.close();
        bobs.close();
    }

    @Test
    void flagsOfOneAreTheOthers() {
        expectOk(alices.command("STORE 2 +FLAGS (\\Seen \\Flagged)"));

        assertThat(bobs.command("NOOP").untagged("* 2 FETCH"))
                .singleElement()
                .asString()
                .contains("\\Seen", "\\Flagged");
        assertThat(bobs.command("SEARCH UNSEEN").untagged()).containsExactly("* SEARCH 1 3");
    }

    @Test
    void whatOneHasReadIsReadForAThirdToo() {
        expectOk(alices.command("FETCH 1 (BODY[])"));

        Person carol = company.hires("carol" + folders, "READ");
        try (RawImap carols = carol.imap()) {
            assertThat(expectOk(carols.command("STATUS " + name + " (UNSEEN)")).untagged())
                    .containsExactly("* STATUS \"" + name + "\" (UNSEEN 2)");
            expectOk(carols.command("SELECT " + name));
            assertThat(carols.command("SEARCH SEEN").untagged()).containsExactly("* SEARCH 1");
            expectOk(carols.command("FETCH 2 (BODY[])"));
            assertThat(carols.command("SEARCH SEEN").untagged())
                    .as("Carol may only read, and marks nothing as read for the others")
                    .containsExactly("* SEARCH 1");
        }
        try (RawImap owner = company.signsInAs(SUPPORT)) {
            expectOk(owner.command("EXAMINE " + folder));
            assertThat(owner.command("SEARCH SEEN").untagged()).containsExactly("* SEARCH 1");
        }
    }

    @Test
    void newMailIsToldToBoth() {
        expectOk(alices.command("APPEND " + name, LETTER));
        assertThat(bobs.command("NOOP").untagged()).contains("* 4 EXISTS");

        try (RawImap alicesInbox = alice.imap();
                RawImap bobsInbox = bob.imap()) {
            expectOk(alicesInbox.command("SELECT #user.support.INBOX"));
            expectOk(bobsInbox.command("SELECT #user.support.INBOX"));
            bobsInbox.send("i IDLE");
            assertThat(bobsInbox.response()).startsWith("+ ");
            Customer.of(james.server(), "carl@customer.test")
                    .writesTo(SUPPORT, "Printer on fire")
                    .isAccepted();

            assertThat(pushed(bobsInbox, "EXISTS")).endsWith("* 1 EXISTS");
            // Which of the two hears of a delivery first is a matter of luck.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> alicesInbox.command("NOOP").untagged(),
                            told -> told.contains("* 1 EXISTS"));
        }
    }

    /**
     * RFC 3501, section 7.4.1: numbers stay what they are until a command that does not use any.
     */
    @ParameterizedTest
    @ValueSource(strings = {"FETCH 3 (UID)", "STORE 3 +FLAGS (word)", "SEARCH UID 3"})
    void expungesAreToldWhenNumbersMayChange(String command) {
        expectOk(alices.command("STORE 1:2 +FLAGS (\\Deleted)"));
        expectOk(alices.command("EXPUNGE"));

        assertThat(expectOk(bobs.command(command)).toString()).doesNotContain("EXPUNGE");
        assertThat(bobs.command("NOOP").untagged())
                .filteredOn(line -> line.endsWith("EXPUNGE"))
                .containsExactly("* 1 EXPUNGE", "* 1 EXPUNGE");
        assertThat(bobs.command("FETCH 1 (UID)").untagged("* 1 FETCH"))
                .containsExactly("* 1 FETCH (UID 3)");
    }

    @Test
    void whoIdlesIsToldAtOnce() {
        bobs.send("i IDLE");
        assertThat(bobs.response()).startsWith("+ ");

        expectOk(alices.command("APPEND " + name, LETTER));
        assertThat(pushed(bobs, "EXISTS")).endsWith("* 4 EXISTS");
        expectOk(alices.command("STORE 4 +FLAGS (\\Answered)"));
        assertThat(pushed(bobs, "Answered")).contains("* 4 FETCH (");
        expectOk(alices.command("STORE 1 +FLAGS.SILENT (\\Deleted)"));
        expectOk(alices.command("EXPUNGE"));
        assertThat(pushed(bobs, "EXPUNGE")).endsWith("* 1 EXPUNGE");
        expectOk(alices.command("MOVE 1 INBOX"));
        assertThat(pushed(bobs, "EXPUNGE")).endsWith("* 1 EXPUNGE");

        bobs.send("DONE");
        assertThat(pushed(bobs, "i OK")).doesNotContain("BYE");
    }

    @Test
    void newFoldersAreThereForTheOther() {
        expectOk(alices.command("CREATE " + name + ".New"));

        assertThat(bobs.command("LIST \"\" " + name + ".%").untagged())
                .singleElement()
                .asString()
                .endsWith("\"" + name + ".New\"");
        assertThat(expectOk(bobs.command("SELECT " + name + ".New")).untagged())
                .contains("* 0 EXISTS");
        expectOk(alices.command("RENAME " + name + ".New " + name + ".Newer"));
        assertThat(bobs.command("LIST \"\" " + name + ".%").untagged())
                .singleElement()
                .asString()
                .endsWith("\"" + name + ".Newer\"");
        expectOk(alices.command("DELETE " + name + ".Newer"));
        assertThat(bobs.command("LIST \"\" " + name + ".%").untagged()).isEmpty();
    }

    /**
     * RFC 7162, section 3.1: what has changed since, and no overwriting of what one has not seen.
     */
    @Test
    void changesAreFoundByTheirSequence() {
        String seen = modSeq(bobs.command("STATUS " + name + " (HIGHESTMODSEQ)"));
        expectOk(alices.command("STORE 2 +FLAGS (\\Flagged)"));
        expectOk(bobs.command("NOOP"));

        assertThat(
                        expectOk(bobs.command("FETCH 1:* (FLAGS) (CHANGEDSINCE " + seen + ")"))
                                .untagged())
                .filteredOn(line -> line.contains("MODSEQ ("))
                .singleElement()
                .asString()
                .startsWith("* 2 FETCH (")
                .contains("\\Flagged");
        ImapAnswer late =
                bobs.command("STORE 1:3 (UNCHANGEDSINCE " + seen + ") +FLAGS (\\Answered)");
        // The zero is stock James's, who says it of own mailboxes too.
        assertThat(late.completion()).matches("OK \\[MODIFIED (0 )?2] .*");
        assertThat(alices.command("SEARCH ANSWERED").untagged("* SEARCH"))
                .containsExactly("* SEARCH 1 3");
    }

    /** RFC 7162, section 3.2: who was away is told what has gone. */
    @Test
    void whoComesBackIsToldWhatHasHappened() {
        expectOk(bobs.command("ENABLE QRESYNC"));
        List<String> opened = expectOk(bobs.command("SELECT " + name)).untagged();
        String known = between(opened, "UIDVALIDITY ") + " " + between(opened, "HIGHESTMODSEQ ");
        expectOk(bobs.command("UNSELECT"));
        expectOk(alices.command("STORE 2 +FLAGS (\\Deleted)"));
        expectOk(alices.command("EXPUNGE"));

        assertThat(
                        expectOk(bobs.command("SELECT " + name + " (QRESYNC (" + known + "))"))
                                .untagged())
                .contains("* 2 EXISTS", "* VANISHED (EARLIER) 2");

        bobs.send("i IDLE");
        assertThat(bobs.response()).startsWith("+ ");
        expectOk(alices.command("STORE 1 +FLAGS (\\Deleted)"));
        expectOk(alices.command("EXPUNGE"));
        assertThat(pushed(bobs, "VANISHED")).endsWith("* VANISHED 1").doesNotContain("EXPUNGE");
    }

    private RawImap opens(Person person) {
        RawImap imap = person.imap();
        expectOk(imap.command("SELECT " + name));
        return imap;
    }

    /** What comes until a line with this text, which is the last one. */
    private static String pushed(RawImap imap, String text) {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(imap.response());
        } while (!lines.get(lines.size() - 1).contains(text));
        return String.join("\n", lines);
    }

    private static String modSeq(ImapAnswer status) {
        return status.toString().replaceAll("(?s).*HIGHESTMODSEQ (\\d+).*", "$1");
    }

    private static String between(List<String> lines, String code) {
        return String.join("\n", lines).replaceAll("(?s).*\\[" + code + "(\\d+)].*", "$1");
    }
}
