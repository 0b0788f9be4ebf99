/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.ACCESS_ENDED;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

/**
 * Entries hang on folders, not on their names, even if nobody hears of what is renamed or deleted:
 * here nobody listens to James's events.
 */
class FolderStoriesTest {
    private static final String CLOSED = "* OK [CLOSED] Mailbox closed.";

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;
    private ImapClient support;

    @BeforeEach
    void aSharedMailbox() {
        imap.james()
                .with(ALICE, SUPPORT)
                .withFolders(SUPPORT, "INBOX", "Projects.2026", "Private.Salary", "Work.Tender");
        for (String folder : List.of("INBOX", "Projects", "Projects.2026", "Private")) {
            imap.james().deliver(SUPPORT, folder);
        }
        alice = imap.signIn(ALICE);
        support = imap.signIn(SUPPORT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRenamedFolderIsFollowedAndTheOneThatTakesItsNameIsNot(boolean withSubfolders) {
        gives(withSubfolders, "Projects");
        assertThat(listed()).containsExactlyElementsOf(projects("Projects", withSubfolders));
        opens("Projects");

        owner("RENAME Projects Plans");
        owner("RENAME Private Projects");

        assertThat(listed()).containsExactlyElementsOf(projects("Plans", withSubfolders));
        assertClosedToAlice("Projects");
        assertClosedToAlice("Projects.Salary");
        assertThat(alice.send("FETCH 1 (UID)"))
                .containsExactly("* 1 FETCH (UID 1)", "a OK FETCH completed.");
        assertThat(alice.result("STATUS #user.support.Plans (MESSAGES)")).startsWith("OK ");
        opens("Plans");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFolderIsFollowedBelowARenamedOne(boolean withSubfolders) {
        gives(withSubfolders, "Work.Tender");
        opens("Work.Tender");

        owner("RENAME Work Jobs.2026");
        owner("CREATE Work.Tender");

        assertThat(listed()).containsExactly("Jobs.2026.Tender");
        assertThat(alice.result("NOOP")).isEqualTo("OK NOOP completed.");
        assertClosedToAlice("Work.Tender");
        opens("Jobs.2026.Tender");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFolderThatIsMadeAgainIsAnother(boolean withSubfolders) {
        gives(withSubfolders, "Work.Tender");
        opens("Work.Tender");

        owner("DELETE Work.Tender");
        owner("CREATE Work.Tender");

        assertThat(alice.send("FETCH 1 (UID)")).containsExactly(CLOSED, "a " + ACCESS_ENDED);
        assertThat(listed()).isEmpty();
        assertClosedToAlice("Work.Tender");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inboxStaysWhenItsMailMovesAway(boolean withSubfolders) {
        imap.james().withFolders(SUPPORT, "INBOX.Sub");
        gives(withSubfolders, "INBOX");
        opens("INBOX");

        owner("RENAME INBOX Old");

        assertThat(alice.send("FETCH 1 (UID)")).containsExactly(CLOSED, "a " + ACCESS_ENDED);
        assertClosedToAlice("Old");
        assertThat(listed()).contains("INBOX").doesNotContain("Old", "Old.Sub");
        assertThat(alice.send("SELECT #user.support.INBOX")).contains("* 0 EXISTS");
    }

    @Test
    void whatIsMovedOutOfAFolderWithSubfoldersIsClosed() {
        gives(true, "Projects");
        opens("Projects.2026");

        owner("RENAME Projects.2026 2026");

        assertThat(alice.send("FETCH 1 (BODY[])")).containsExactly(CLOSED, "a " + ACCESS_ENDED);
        assertThat(listed()).containsExactly("Projects");
        assertClosedToAlice("2026");
    }

    @Test
    void whatIsMovedIntoAFolderWithSubfoldersIsOpen() {
        gives(true, "Projects");

        owner("RENAME Private Projects.Private");

        assertThat(listed())
                .containsExactly(
                        "Projects", "Projects.2026", "Projects.Private", "Projects.Private.Salary");
    }

    @Test
    void whatIsMovedIntoAFolderAloneStaysClosed() {
        gives(false, "Projects");

        owner("RENAME Private Projects.Private");

        assertThat(listed()).containsExactly("Projects");
        assertClosedToAlice("Projects.Private");
    }

    private void gives(boolean withSubfolders, String folder) {
        if (withSubfolders) {
            imap.give(SUPPORT, ALICE, "lr", folder);
        } else {
            imap.giveAlone(SUPPORT, ALICE, "lr", folder);
        }
    }

    private void owner(String command) {
        assertThat(support.result(command)).startsWith("OK ");
    }

    private void opens(String folder) {
        assertThat(alice.result("SELECT #user.support." + folder)).startsWith("OK ");
    }

    private void assertClosedToAlice(String folder) {
        ImapClient another = imap.signIn(ALICE);
        String name = "#user.support." + folder;
        assertThat(another.result("SELECT " + name)).isEqualTo(NONEXISTENT);
        assertThat(another.result("STATUS " + name + " (MESSAGES)")).isEqualTo(NONEXISTENT);
        assertThat(another.result("MYRIGHTS " + name)).isEqualTo(NONEXISTENT);
    }

    private List<String> listed() {
        return alice.send("LIST \"\" #user.support.*").stream()
                .filter(line -> line.startsWith("* LIST"))
                .map(line -> line.replaceFirst(".*#user\\.support\\.", "").replace("\"", ""))
                .collect(Collectors.toList());
    }

    private static List<String> projects(String name, boolean withSubfolders) {
        return withSubfolders ? List.of(name, name + ".2026") : List.of(name);
    }
}
