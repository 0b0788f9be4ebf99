/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.ServerLog;

/**
 * Commands that no usual client sends in another owner's folder: each gets one tagged response, and
 * nothing is in the log.
 */
class OddCommandsTest {
    private static final List<String> SETS =
            List.of(
                    "$",
                    "0",
                    "*",
                    "*:*",
                    "1:*",
                    "99",
                    "99:*",
                    "2:99",
                    "*:1",
                    "3:1",
                    "1,3,99",
                    "4294967295",
                    "4294967296",
                    "99999999999999999999",
                    "1:",
                    ":1",
                    "1,,2",
                    "1,$",
                    "$,1",
                    "$:1",
                    "-1",
                    "x");

    private static final List<String> WITH_SET =
            List.of(
                    "FETCH %s (FLAGS)",
                    "FETCH %s (BODY[])",
                    "UID FETCH %s (FLAGS)",
                    "STORE %s +FLAGS (\\Flagged)",
                    "STORE %s FLAGS.SILENT (\\Seen)",
                    "UID STORE %s -FLAGS (\\Deleted)",
                    "UID STORE %s (UNCHANGEDSINCE 1) +FLAGS (\\Seen)",
                    "COPY %s #user.support.Other",
                    "COPY %s #user.sales.INBOX",
                    "COPY %s INBOX",
                    "UID COPY %s #user.support.Other",
                    "UID COPY %s #user.sales.INBOX",
                    "UID COPY %s Mine",
                    "MOVE %s #user.support.Other",
                    "MOVE %s #user.sales.INBOX",
                    "MOVE %s Mine",
                    "UID MOVE %s #user.support.Other",
                    "UID MOVE %s #user.sales.INBOX",
                    "UID MOVE %s Mine",
                    "UID EXPUNGE %s",
                    "SEARCH %s",
                    "SEARCH UID %s",
                    "SEARCH RETURN (SAVE) %s",
                    "SEARCH NOT %s",
                    "SEARCH OR %s SEEN",
                    "UID SEARCH %s",
                    "UID SEARCH UID %s",
                    "UID SEARCH RETURN (MIN MAX COUNT ALL SAVE) UID %s");

    private static final List<String> SEARCHES =
            List.of(
                    "SEARCH EMAILID x",
                    "SEARCH EMAILID 1",
                    "SEARCH EMAILID 99999999999999999999",
                    "SEARCH THREADID x",
                    "SEARCH THREADID T1",
                    "UID SEARCH EMAILID x",
                    "SEARCH NOT EMAILID x",
                    "SEARCH OR SEEN EMAILID x",
                    "SEARCH (SEEN (NOT (THREADID x)))",
                    "SEARCH RETURN (SAVE) EMAILID x",
                    "SEARCH RETURN (COUNT) THREADID x",
                    "SEARCH NONSENSE",
                    "SEARCH NONSENSE x",
                    "SEARCH",
                    "SEARCH CHARSET X-NONE ALL",
                    "SEARCH CHARSET UTF-8",
                    "SEARCH CHARSET",
                    "SEARCH RETURN (NONSENSE) ALL",
                    "SEARCH RETURN () ALL",
                    "SEARCH RETURN (SAVE) NONSENSE",
                    "SEARCH MODSEQ 1",
                    "SEARCH MODSEQ x",
                    "SEARCH MODSEQ \"/flags/\\\\draft\" all 1",
                    "SEARCH MODSEQ 99999999999999999999",
                    "SEARCH BEFORE x",
                    "SEARCH BEFORE 99-Foo-2026",
                    "SEARCH SINCE 1-Jan-0000",
                    "SEARCH SAVEDBEFORE 1-Jan-2026",
                    "SEARCH SAVEDATESUPPORTED",
                    "SEARCH LARGER x",
                    "SEARCH LARGER 99999999999999999999",
                    "SEARCH YOUNGER 0",
                    "SEARCH OLDER 9223372036854775807",
                    "SEARCH HEADER",
                    "SEARCH HEADER \"\" \"\"",
                    "SEARCH HEADER \"a b\" x",
                    "SEARCH KEYWORD",
                    "SEARCH KEYWORD \\Seen",
                    "SEARCH OR SEEN",
                    "SEARCH NOT",
                    "SEARCH ()",
                    "SEARCH (",
                    "SEARCH FUZZY SUBJECT x",
                    "SEARCH TEXT \"\"");

    private static final List<String> OTHERS =
            List.of(
                    "FETCH 1 (EMAILID THREADID SAVEDATE)",
                    "FETCH 1 (BODY[1.2.3.4.5])",
                    "FETCH 1 (BODY[99.MIME])",
                    "FETCH 1 (BODY[]<9999999.1>)",
                    "FETCH 1 (BODY[]<0.0>)",
                    "FETCH 1 (BODY[HEADER.FIELDS ()])",
                    "FETCH 1 (BINARY[1])",
                    "FETCH 1 (PREVIEW)",
                    "FETCH 1 (FLAGS) (CHANGEDSINCE 0)",
                    "FETCH 1:* (FLAGS) (CHANGEDSINCE 99999999)",
                    "FETCH 1 (FLAGS) (CHANGEDSINCE 1 VANISHED)",
                    "UID FETCH 1:* (FLAGS) (CHANGEDSINCE 1 VANISHED)",
                    "UID FETCH 1:* (FLAGS) (VANISHED)",
                    "FETCH 1 (MODSEQ)",
                    "STORE 1 FLAGS ()",
                    "STORE 1 +FLAGS (\\Recent)",
                    "STORE 1 +FLAGS (\\Nonsense)",
                    "STORE 1 +FLAGS (a\u0001b)",
                    "STORE 1 (UNCHANGEDSINCE 0) +FLAGS (\\Seen)",
                    "STORE 1 (UNCHANGEDSINCE x) +FLAGS (\\Seen)",
                    "UID",
                    "UID SELECT INBOX",
                    "UID NOOP",
                    "SELECT #user.support.INBOX (CONDSTORE)",
                    "SELECT #user.support.INBOX (QRESYNC (1 1))",
                    "SELECT #user.support.INBOX (NONSENSE)",
                    "EXAMINE #user.support.INBOX (QRESYNC (1 1 1:* (1 1)))",
                    "STATUS #user.support.INBOX ()",
                    "STATUS #user.support.INBOX (HIGHESTMODSEQ SIZE DELETED MAILBOXID APPENDLIMIT)",
                    "STATUS #user.support.INBOX (DELETED-STORAGE)",
                    "ENABLE CONDSTORE QRESYNC",
                    "ENABLE",
                    "GETMETADATA #user.support.INBOX ()",
                    "GETMETADATA #user.support.INBOX nonsense",
                    "GETMETADATA (DEPTH infinity) #user.support.INBOX (/shared)",
                    "GETMETADATA (MAXSIZE 1) #user.support.INBOX /shared/comment",
                    "GETMETADATA \"\" /shared/comment",
                    "SETMETADATA #user.support.INBOX (/shared NIL)",
                    "SETMETADATA #user.support.INBOX (/shared/*  x)",
                    "SETMETADATA #user.support.INBOX (/shared/a/ x)",
                    "SETMETADATA #user.support.INBOX ()",
                    "GETQUOTAROOT #user.support.INBOX",
                    "GETQUOTA nonsense",
                    "GETQUOTA #user&support@example.com",
                    "GETQUOTA \"\"",
                    "SETQUOTA #user&support@example.com (STORAGE 1)",
                    "NONSENSE",
                    "CLOSE now",
                    "CHECK now",
                    "REPLACE 1 #user.support.INBOX");

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();
    @RegisterExtension final ServerLog log = new ServerLog();

    private ImapClient alice;

    @BeforeEach
    void aliceHasASharedFolderSelected() {
        imap.james()
                .with(ALICE, SUPPORT, SALES)
                .withFolders(ALICE, "INBOX", "Mine")
                .withFolders(SALES, "INBOX")
                .withFolders(SUPPORT, "INBOX", "Other", "Empty");
        imap.james().deliver(SUPPORT, "INBOX");
        imap.james().deliver(SUPPORT, "INBOX");
        imap.james().deliver(SUPPORT, "INBOX");
        imap.give(SUPPORT, ALICE, "lrswikxtea");
        imap.give(SALES, ALICE, "lrswikxtea");
        alice = imap.signIn(ALICE);
        alice.send("SELECT #user.support.INBOX");
    }

    @Test
    void anOddCommandIsAnswered() {
        assertAllAreAnswered("SELECT #user.support.INBOX", commands());
    }

    @Test
    void anOddCommandIsAnsweredInAnEmptyFolder() {
        assertAllAreAnswered("SELECT #user.support.Empty", commands());
    }

    @Test
    void anOddCommandIsAnsweredInAFolderThatMayOnlyBeRead() {
        imap.give(SUPPORT, ALICE, "lr");
        assertAllAreAnswered("SELECT #user.support.INBOX", commands());
    }

    @Test
    void anOddCommandIsAnsweredWithASavedResult() {
        for (String command : withSet()) {
            alice.send("SELECT #user.support.INBOX");
            assertThat(alice.result("UID SEARCH RETURN (SAVE) UID 1:2")).startsWith("OK ");
            assertIsAnswered(command);
        }
    }

    @Test
    void anEmptySavedResultIsAValidSetOfNothing() {
        for (String command : WITH_SET) {
            if (command.endsWith("UID %s") && command.contains("SEARCH")) {
                // James reads no $ after this key.
                continue;
            }
            assertThat(alice.result(String.format(command, "$")))
                    .as(command)
                    .startsWith("OK ")
                    .doesNotContain("COPYUID");
        }
        assertThat(alice.send("FETCH 1:* (UID)")).hasSize(4);
    }

    private void assertAllAreAnswered(String select, List<String> commands) {
        for (String command : commands) {
            alice.send(select);
            assertIsAnswered(command);
        }
    }

    private void assertIsAnswered(String command) {
        List<String> answer = alice.send(command);

        assertThat(answer).filteredOn(line -> line.startsWith("a ")).as(command).hasSize(1);
        assertThat(answer.get(answer.size() - 1))
                .as(command)
                .matches("(?s)a (OK|NO|BAD) .*")
                .doesNotContain("SERVERBUG")
                .doesNotContain("Exception");
        assertThat(log.complaints()).as(command).isEmpty();
    }

    private static List<String> commands() {
        return Stream.of(withSet(), SEARCHES, OTHERS)
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }

    private static List<String> withSet() {
        return SETS.stream()
                .flatMap(set -> WITH_SET.stream().map(command -> String.format(command, set)))
                .collect(Collectors.toList());
    }
}
