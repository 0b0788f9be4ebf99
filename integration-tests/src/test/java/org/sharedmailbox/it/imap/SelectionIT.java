/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** What becomes of a selected mailbox that others change, and of clients that do not wait. */
class SelectionIT extends FolderFixture {
    @RegisterExtension
    static final StockJamesExtension james =
            new StockJamesExtension(StockJames.named("imap-selection"));

    SelectionIT() {
        super(james);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAPABILITY",
                "STATUS INBOX (MESSAGES)",
                "CREATE Another",
                "SUBSCRIBE INBOX"
            })
    void newsSurviveCommandsThatMustNotTellThem(String command) {
        try (RawImap imap = opened()) {
            company.files(SUPPORT, folder, "\\Flagged");

            assertThat(expectOk(imap.command(command)).toString()).doesNotContain("EXISTS");
            assertThat(imap.command("NOOP").untagged()).contains("* 2 EXISTS");
            assertThat(imap.command("NOOP").untagged()).isEmpty();
        }
    }

    /** They pile up while the first one, which takes other threads, is done. */
    @Test
    void thousandsOfCommandsBehindASlowOneAreAllAnswered() {
        // James itself refuses more than 4,096 that wait.
        int commands = 4_000;
        try (RawImap imap = opened()) {
            imap.send(
                    IntStream.range(0, commands)
                            .mapToObj(n -> "p" + n + " NOOP")
                            .collect(Collectors.joining("\r\n", "p COPY 1 INBOX\r\n", "")));

            assertThat(imap.response()).startsWith("p OK ");
            for (int n = 0; n < commands; n++) {
                assertThat(imap.response()).isEqualTo("p" + n + " OK NOOP completed.");
            }
        }
    }

    @Test
    void aFolderThatIsTakenOutOfTheDelegationIsClosed() {
        company.owner(SUPPORT, "CREATE Left" + test);
        company.delegatesFolders(SUPPORT, alice, "READ_AND_MANAGE", folder, "Left" + test);
        try (RawImap imap = opened()) {
            assertThat(imap.command("FETCH 1 (FLAGS)").isOk()).isTrue();

            company.delegatesFolders(SUPPORT, alice, "READ_AND_MANAGE", "Left" + test);

            ImapAnswer answer = imap.command("FETCH 1 (BODY[])");
            assertThat(answer.untagged()).containsExactly(CLOSED);
            assertThat(answer.completion()).startsWith("NO [NOPERM] ");
            assertThat(imap.command("SELECT \"#user.support.Left" + test + "\"").isOk()).isTrue();
        }
    }

    @Test
    void aFolderThatIsRenamedIsStillDelegatedAndItsOldNameIsNot() {
        company.delegatesFolders(SUPPORT, alice, "READ_AND_MANAGE", folder);
        try (RawImap imap = opened()) {
            company.owner(SUPPORT, "RENAME " + folder + " Renamed" + test);
            company.owner(SUPPORT, "CREATE " + folder);
            company.files(SUPPORT, folder, "secret");
            company.files(SUPPORT, "Renamed" + test, "");

            assertThat(imap.command("STATUS " + name + " (MESSAGES)").completion())
                    .startsWith("NO [NONEXISTENT]");
            assertThat(imap.command("FETCH 1:* (FLAGS)").toString()).doesNotContain("secret");
            assertThat(imap.command("SELECT " + name).completion()).startsWith("NO [NONEXISTENT]");
            assertThat(
                            expectOk(imap.command("SELECT \"#user.support.Renamed" + test + "\""))
                                    .untagged())
                    .contains("* 2 EXISTS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FETCH 1 (FLAGS)", "STORE 1 +FLAGS (\\Seen)", "EXPUNGE", "CLOSE"})
    void aFolderThatIsDeletedUnderAMembersFeetLeavesTheConnectionUsable(String command) {
        try (RawImap imap = opened()) {
            company.owner(SUPPORT, "DELETE " + folder);

            assertThat(imap.command(command).completion()).startsWith("NO ");
            assertThat(imap.command("SELECT " + name).completion()).startsWith("NO [NONEXISTENT] ");
            assertThat(imap.command("SELECT INBOX").completion()).startsWith("OK [READ-WRITE]");
            assertThat(imap.command("NOOP").isOk()).isTrue();
        }
    }

    /** Its name when it was selected is not the one it is deleted by. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFolderThatAMemberDeletesAfterItWasRenamedIsDeselected(boolean renamedByThem) {
        int linesBefore = james.server().logLines().size();
        String renamed = "#user.support.Renamed" + test;
        try (RawImap imap = opened()) {
            if (renamedByThem) {
                expectOk(imap.command("RENAME " + name + " " + renamed));
            } else {
                company.owner(SUPPORT, "RENAME " + folder + " Renamed" + test);
            }

            expectOk(imap.command("DELETE " + renamed));

            expectOk(imap.command("NOOP"));
            for (String command : List.of("FETCH 1 (FLAGS)", "STORE 1 +FLAGS (x)", "SEARCH ALL")) {
                assertThat(imap.command(command).completion())
                        .endsWith("failed. Command not valid in this state.");
            }
        }
        assertThat(james.server().logLines().stream().skip(linesBefore))
                .noneMatch(line -> line.contains("[ERROR"));
    }

    @Test
    void theSelectedFolderStaysSoWhenAnotherOneIsDeleted() {
        company.owner(SUPPORT, "CREATE Other" + test);
        try (RawImap imap = opened()) {
            company.files(SUPPORT, folder, "");

            ImapAnswer answer = expectOk(imap.command("DELETE #user.support.Other" + test));

            assertThat(answer.untagged()).contains("* 2 EXISTS");
            assertThat(imap.command("FETCH 2 (FLAGS)").isOk()).isTrue();
        }
    }

    @Test
    void selectingTheSameMailboxAgainWithOtherRightsCounts() {
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("EXAMINE " + name));
            assertThat(imap.command("STORE 1 +FLAGS (\\Seen)").completion())
                    .startsWith("NO [NOPERM] ");
            assertThat(imap.command("SELECT " + name).completion()).startsWith("OK [READ-WRITE]");
            assertThat(imap.command("STORE 1 +FLAGS (\\Seen)").isOk()).isTrue();
            expectOk(imap.command("EXAMINE " + name));
            assertThat(imap.command("EXPUNGE").completion()).startsWith("NO [NOPERM] ");

            company.administrator().grants(SUPPORT, alice, "READ");
            assertThat(imap.command("SELECT " + name).completion()).startsWith("OK [READ-ONLY]");
            assertThat(imap.command("STORE 1 +FLAGS (\\Deleted)").completion())
                    .startsWith("NO [NOPERM] ");
            company.administrator().grants(SUPPORT, alice, "READ_AND_MANAGE");
            ImapAnswer grown = expectOk(imap.command("STORE 1 +FLAGS (\\Deleted)"));
            assertThat(grown.untagged().get(0)).startsWith("* OK [READ-WRITE] ");
            assertThat(grown.untagged().get(1))
                    .startsWith("* OK [PERMANENTFLAGS (")
                    .contains("\\Deleted");
            assertThat(imap.command("SELECT " + name).completion()).startsWith("OK [READ-WRITE]");
            company.administrator().grants(SUPPORT, alice, "READ");
            assertThat(imap.command("NOOP").untagged())
                    .startsWith("* OK [READ-ONLY] You may only read this mailbox now.");
        }
    }

    /** Each command works on what is selected when its turn comes, not when it arrives. */
    @Test
    void aClientThatDoesNotWaitChangesTheRightMailbox() {
        try (RawImap imap = alice.imap()) {
            imap.command("APPEND INBOX (\\Flagged)", "Subject: Mine\r\n\r\n");
            expectOk(imap.command("SELECT INBOX"));

            imap.send(
                    String.join(
                            "\r\n",
                            "p1 SELECT " + name,
                            "p2 STORE 1 FLAGS (theirs)",
                            "p3 SELECT INBOX",
                            "p4 STORE 1 FLAGS (mine)",
                            "p5 NOOP"));
            List<String> lines = new ArrayList<>();
            do {
                lines.add(imap.response());
            } while (lines.stream().filter(line -> line.matches("p\\d .*")).count() < 5);

            assertThat(lines.stream().filter(line -> line.matches("p\\d .*")))
                    .allMatch(line -> line.matches("p\\d OK .*"));
            assertThat(imap.command("FETCH 1 (FLAGS)").toString()).contains("mine");
            expectOk(imap.command("EXAMINE " + name));
            assertThat(imap.command("FETCH 1 (FLAGS)").untagged("* 1 FETCH"))
                    .singleElement()
                    .asString()
                    .contains("theirs")
                    .doesNotContain("mine");
        }
    }

    @Test
    void extensionsCanBeEnabledWhileItIsSelected() {
        int linesBefore = james.server().logLines().size();
        try (RawImap imap = opened()) {
            ImapAnswer enabled = expectOk(imap.command("ENABLE QRESYNC"));
            assertThat(enabled.untagged()).containsExactly("* ENABLED QRESYNC");
            assertThat(imap.command("FETCH 1 (FLAGS)").untagged("* 1 FETCH"))
                    .singleElement()
                    .asString()
                    .contains("UID");
        }
        assertThat(james.server().logLines().stream().skip(linesBefore))
                .noneMatch(line -> line.contains("[ERROR"));
    }
}
