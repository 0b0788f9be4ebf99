/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;
import static org.sharedmailbox.imap.Refusals.NOPERM;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.session.SelectedFolder;

class SelectProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void oneMailInASharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX", "Archive");
        imap.james().deliver(SUPPORT, "INBOX");
        alice = imap.signIn(ALICE);
    }

    @Test
    void aReaderOpensItReadOnlyAndUsesUpNoRecentMail() {
        imap.give(SUPPORT, ALICE, "lr");

        assertThat(alice.send("SELECT #user.support.INBOX"))
                .contains(
                        "* 1 EXISTS",
                        "* 1 RECENT",
                        "* OK [PERMANENTFLAGS ()] No permanent flags permitted")
                .endsWith("a OK [READ-ONLY] SELECT completed.");
        assertThat(imap.signIn(SUPPORT).send("SELECT INBOX")).contains("* 1 RECENT");
        assertThat(selected().isReadOnly()).isTrue();
        assertThat(selected().address()).hasToString("support@example.com INBOX");
    }

    @ParameterizedTest
    @CsvSource({
        "lri, ''",
        "lre, ''",
        "lrs, \\Seen",
        "lrt, \\Deleted",
        "lrw, \\Answered \\Draft \\Flagged \\*",
        "lrswit, \\Answered \\Deleted \\Draft \\Flagged \\Seen \\*",
    })
    void whoMayChangeSomethingOpensItReadWriteAndIsToldTheirFlags(String rights, String flags) {
        imap.give(SUPPORT, ALICE, rights);

        assertThat(alice.send("SELECT #user.support.INBOX"))
                .anyMatch(line -> line.startsWith("* OK [PERMANENTFLAGS (" + flags + ")]"))
                .endsWith("a OK [READ-WRITE] SELECT completed.");
        assertThat(imap.signIn(SUPPORT).send("SELECT INBOX")).contains("* 0 RECENT");
        assertThat(selected().isReadOnly()).isFalse();
    }

    /** They change folders, not messages. */
    @Test
    void folderRightsOpenItReadOnly() {
        imap.give(SUPPORT, ALICE, "lrkxa");

        assertThat(alice.result("SELECT #user.support.INBOX"))
                .isEqualTo("OK [READ-ONLY] SELECT completed.");
    }

    @Test
    void withoutTheRightItIsRefusedAndRecordedAndWhatIsNotThereIsAbsent() {
        imap.give(SUPPORT, ALICE, "lswitkxea");

        assertThat(alice.send("SELECT #user.support.INBOX")).containsExactly("a " + NOPERM);
        assertThat(alice.result("SELECT #user.support.Nowhere")).isEqualTo(NONEXISTENT);
        assertThat(alice.session().getSelected()).isNull();
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com access.denied {command=SELECT, folder=INBOX}");
    }

    @Test
    void whoMayNotSeeTheFolderIsToldThatThereIsNone() {
        imap.give(SUPPORT, ALICE, "switkxea");

        assertThat(alice.result("SELECT #user.support.INBOX")).isEqualTo(NONEXISTENT);
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void aReaderIsToldInTheSameWordsThatAFolderIsNotThere() {
        imap.give(SUPPORT, ALICE, "lr");

        assertThat(alice.send("SELECT #user.support.Nowhere")).containsExactly("a " + NONEXISTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#user",
                "#user.support",
                "#USER.support.INBOX",
                "#user.Support.INBOX",
                "#user.alice.INBOX",
                "#shared.INBOX",
            })
    void anyOtherNameIsNone(String name) {
        imap.give(SUPPORT, ALICE, "lrswitkxea");
        imap.james().withFolders(ALICE, "INBOX");

        assertThat(alice.result("SELECT " + name)).isEqualTo(NONEXISTENT);
    }

    @Test
    void whatWasSelectedIsNotWhenSelectingAnotherFails() {
        imap.give(SUPPORT, ALICE, "lrswitkxea");
        alice.send("SELECT #user.support.INBOX");

        alice.send("SELECT #user.support.Archive");

        assertThat(selected().address()).hasToString("support@example.com Archive");
    }

    @Test
    void ownFoldersAreOpenedAsEver() {
        imap.james().withFolders(ALICE, "INBOX");

        assertThat(alice.result("SELECT INBOX")).isEqualTo("OK [READ-WRITE] SELECT completed.");
        assertThat(SelectedFolder.of(alice.session().getSelected())).isEmpty();
        assertThat(alice.result("SELECT Nowhere")).isEqualTo("NO SELECT failed. No such mailbox.");
    }

    private SelectedFolder selected() {
        return SelectedFolder.of(alice.session().getSelected()).orElseThrow();
    }
}
