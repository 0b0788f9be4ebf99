/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** design.md, "Entries hang on the folder, not on its name". */
class FolderStoriesIT {
    @RegisterExtension
    static final StockJamesExtension james =
            new StockJamesExtension(StockJames.named("folder-stories"));

    private static final String CLOSED = "* OK [CLOSED] Mailbox closed.";
    private static final String ENDED =
            "NO [NOPERM] You do not have access to this mailbox any more.";

    private static Company company;
    private static int stories;

    private FolderStory story;

    @BeforeAll
    static void aCompany() {
        company = Company.on(james.server());
    }

    @BeforeEach
    void aStory() {
        stories++;
        story = new FolderStory(company, stories);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRenamedFolderIsFollowedAndTheOneThatTakesItsNameIsNot(boolean subfolders) {
        story.grants("Projects", subfolders);
        try (RawImap imap = story.opened("Projects")) {
            story.owner("RENAME Projects Plans");
            story.owner("RENAME Private Projects");

            assertThat(imap.command("FETCH 1 (BODY[HEADER.FIELDS (SUBJECT)])").toString())
                    .contains("Subject: Projects")
                    .doesNotContain("Private");
            assertThat(story.listed(imap))
                    .containsExactlyElementsOf(
                            subfolders ? List.of("Plans", "Plans.2026") : List.of("Plans"));
            story.assertIsClosed(imap, "Projects");
            story.assertIsClosed(imap, "Projects.Salary");
            expectOk(imap.command("SELECT " + story.shared + "Plans"));
        }
        story.assertShown("Plans", subfolders);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFolderIsFollowedBelowARenamedOne(boolean subfolders) {
        story.grants("Work.Tender", subfolders);
        try (RawImap imap = story.opened("Work.Tender")) {
            story.owner("RENAME Work Jobs");
            story.owner("CREATE Work.Tender");

            expectOk(imap.command("FETCH 1 (FLAGS)"));
            assertThat(story.listed(imap)).containsExactly("Jobs.Tender");
            story.assertIsClosed(imap, "Work.Tender");
        }
        story.assertShown("Jobs.Tender", subfolders);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFolderThatIsMadeAgainIsAnother(boolean byWebAdmin) {
        story.grants("Work.Tender", byWebAdmin);
        try (RawImap imap = story.opened("Work.Tender")) {
            if (byWebAdmin) {
                String folder = "/users/" + story.owner.address() + "/mailboxes/Work.Tender";
                story.webAdmin().delete(folder).expectSuccess();
                story.webAdmin().put(folder).expectSuccess();
            } else {
                story.owner("DELETE Work.Tender");
                story.owner("CREATE Work.Tender");
            }

            assertHasEnded(imap.command("FETCH 1 (FLAGS)"));
            assertThat(story.listed(imap)).isEmpty();
            story.assertIsClosed(imap, "Work.Tender");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> story.looks().status() == 404);
        assertThat(story.csv()).doesNotContain("Tender");
    }

    @Test
    void aDeletedFolderIsLeftOutOfWhatIsShown() {
        story.grant(
                "{'folder':'Work.Tender','letters':'lr'},{'folder':'Projects','letters':'lrs',"
                        + "'subfolders':true}");

        story.owner("DELETE Work.Tender");

        assertThat(story.looks().json().get("access").toString())
                .isEqualTo(
                        FolderStory.json(
                                "[{'folder':'Projects','letters':'lrs','subfolders':true}]"));
        assertThat(story.csv()).contains("lrs Projects.*").doesNotContain("Tender");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inboxStaysWhenItsMailMovesAway(boolean subfolders) {
        story.grants("INBOX", subfolders);
        try (RawImap imap = story.opened("INBOX")) {
            story.owner("RENAME INBOX Old");

            assertHasEnded(imap.command("FETCH 1 (BODY[])"));
            story.assertIsClosed(imap, "Old");
            assertThat(story.listed(imap)).contains("INBOX").doesNotContain("Old", "Old.Sub");
            assertThat(imap.command("SELECT " + story.shared + "INBOX").untagged())
                    .contains("* 0 EXISTS");
        }
        story.assertShown("INBOX", subfolders);
    }

    @Test
    void whatIsMovedOutOfASharedFolderIsClosed() {
        story.grants("Projects", true);
        try (RawImap imap = story.opened("Projects.2026");
                RawImap idling = story.opened("Projects.2026")) {
            idling.send("i IDLE");
            assertThat(idling.response()).startsWith("+ ");

            story.owner("RENAME Projects.2026 2026");

            assertThat(idling.response()).startsWith("* BYE ");
            assertHasEnded(imap.command("STORE 1 +FLAGS (\\Seen)"));
            story.assertIsClosed(imap, "2026");
        }
    }

    @Test
    void aSharedMailboxAndAPersonAgainKeepTheEntries() {
        story.grant(
                "{'folder':'Projects','letters':'lrs'},{'folder':'INBOX','letters':'lr',"
                        + "'subfolders':false},{'folder':'Projects.2026','letters':''}");
        String before = story.looks().json().get("access").toString();
        String mailbox = "/shared-mailboxes/" + story.owner.address();

        story.webAdmin().post(mailbox + "?action=convert", "{\"type\":\"team\"}").expectSuccess();

        assertThat(story.looks().json().get("access").toString()).isEqualTo(before);
        try (RawImap imap = story.alice.imap()) {
            assertThat(story.listed(imap)).containsExactly("INBOX", "Projects");
        }

        story.webAdmin()
                .post(
                        mailbox + "?action=revert",
                        FolderStory.json("{'password':'" + story.owner.password() + "'}"))
                .expectSuccess();
        story.owner("RENAME Projects Plans");

        assertThat(story.looks().json().get("access").toString())
                .isEqualTo(before.replace("Projects", "Plans"));
        try (RawImap imap = story.alice.imap()) {
            assertThat(story.listed(imap)).containsExactly("INBOX", "Plans");
        }
    }

    @Test
    void theInboxOfWhoHasNeverSignedInIsThere() {
        Person newcomer = company.hires("newcomer");
        company.delegates(
                newcomer.address(), story.alice, "READ_AND_MANAGE", "\"folders\":[\"INBOX\"]");
        try (RawImap imap = story.alice.imap()) {
            assertThat(imap.command("LIST \"\" #user.* RETURN (STATUS (MESSAGES))").untagged())
                    .containsExactly(
                            "* LIST (\\HasNoChildren) \".\" \"#user.newcomer.INBOX\"",
                            "* STATUS \"#user.newcomer.INBOX\" (MESSAGES 0)");
            expectOk(imap.command("APPEND #user.newcomer.INBOX", "Subject: Welcome\r\n\r\n"));
            expectOk(imap.command("SELECT #user.newcomer.INBOX"));
            assertThat(imap.command("FETCH 1 (UID)").untagged())
                    .containsExactly("* 1 FETCH (UID 1)");
        }
    }

    private static void assertHasEnded(ImapAnswer answer) {
        assertThat(answer.untagged()).containsExactly(CLOSED);
        assertThat(answer.completion()).isEqualTo(ENDED);
    }

    @AfterAll
    static void nothingIsInTheLog() {
        assertThat(james.server().logLines())
                .noneMatch(line -> line.contains("[ERROR") || line.startsWith("\tat "));
    }
}
