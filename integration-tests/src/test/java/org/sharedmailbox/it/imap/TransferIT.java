/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** Messages and folders on their way between own and other owners' mailboxes. */
class TransferIT {
    private static final String DATED = " \"17-Jul-1996 02:44:25 +0000\"";

    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("transfer"));

    private static Person alice;

    @BeforeAll
    static void shareTheMailbox() {
        alice = Company.on(james.server()).hires("alice", "READ_AND_MANAGE");
    }

    @Test
    void aCopyKeepsFlagsAndDateInBothDirections() {
        try (RawImap imap = alice.imap()) {
            has(imap, "There", "(\\Flagged word)" + DATED, "1");
            expectOk(imap.command("CREATE #user.support.There"));
            expectOk(imap.command("CREATE Back"));

            expectOk(imap.command("SELECT There"));
            expectOk(imap.command("COPY 1 #user.support.There"));
            expectOk(imap.command("SELECT #user.support.There"));
            expectOk(imap.command("UID COPY 1:* Back"));

            expectOk(imap.command("EXAMINE Back"));
            assertThat(fetched(imap))
                    .anyMatch(line -> line.contains("\\Flagged") && line.contains("word"))
                    .anyMatch(line -> line.contains("17-Jul-1996 02:44:25 +0000"));
        }
    }

    @Test
    void aMoveTellsWhatBecameWhatAndLeavesNothingBehind() {
        try (RawImap imap = alice.imap()) {
            has(imap, "Moved", "()", "1", "2", "3");
            expectOk(imap.command("CREATE #user.support.Moved"));
            expectOk(imap.command("SELECT Moved"));

            ImapAnswer moved = expectOk(imap.command("UID MOVE 1,3:* #user.support.Moved"));

            assertThat(moved.untagged().get(0)).startsWith("* OK [COPYUID ").contains(" 1,3 1:2]");
            assertThat(moved.untagged("* ")).contains("* 1 EXPUNGE", "* 2 EXPUNGE");
            assertThat(imap.command("STATUS Moved (MESSAGES)").toString()).contains("MESSAGES 1");
            assertThat(imap.command("STATUS #user.support.Moved (MESSAGES)").toString())
                    .contains("MESSAGES 2");
        }
    }

    /** Gaps, overlaps, a range that is written backwards, and one that ends beyond the last. */
    @Test
    void aSetThatIsWrittenAnyhowMeansEachMessageOnce() {
        try (RawImap imap = alice.imap()) {
            has(imap, "Sets", "()", "1", "2", "3", "4", "5", "6", "7");
            expectOk(imap.command("CREATE #user.support.Sets"));
            expectOk(imap.command("SELECT Sets"));
            expectOk(imap.command("STORE 3 +FLAGS (\\Deleted)"));
            expectOk(imap.command("EXPUNGE"));

            ImapAnswer copied =
                    expectOk(imap.command("UID COPY 4:2,3,3:4,99:*,100:200 #user.support.Sets"));

            assertThat(copied.toString()).contains(" 2,4,7 1:3]");
        }
    }

    @Test
    void aFolderIsRenamedAndDeletedWithItsOwnersOtherFolders() {
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("CREATE #user.support.Plans"));
            expectOk(imap.command("CREATE #user.support.Plans.2026"));

            expectOk(imap.command("RENAME #user.support.Plans #user.support.Work"));
            assertThat(listed(imap, "#user.support.Work*"))
                    .containsExactly("#user.support.Work", "#user.support.Work.2026");

            expectOk(imap.command("DELETE #user.support.Work.2026"));
            assertThat(listed(imap, "#user.support.Work*")).containsExactly("#user.support.Work");
        }
    }

    private static void has(RawImap imap, String folder, String options, String... subjects) {
        expectOk(imap.command("CREATE " + folder));
        for (String subject : subjects) {
            expectOk(
                    imap.command(
                            "APPEND " + folder + " " + options,
                            "Subject: " + subject + "\r\n\r\nText.\r\n"));
        }
    }

    private static List<String> fetched(RawImap imap) {
        return expectOk(imap.command("FETCH 1:* (FLAGS INTERNALDATE)")).untagged("* ");
    }

    private static List<String> listed(RawImap imap, String pattern) {
        return expectOk(imap.command("LIST \"\" " + pattern)).untagged("* LIST").stream()
                .map(line -> line.substring(line.indexOf("\"#") + 1, line.length() - 1))
                .sorted()
                .collect(Collectors.toList());
    }
}
