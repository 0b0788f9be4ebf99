/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

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

class CreateProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aSharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX", "Archive");
        alice = imap.signIn(ALICE);
    }

    @Test
    void whoHoldsKMakesAFolderOfTheOwner() {
        imap.give(SUPPORT, ALICE, "k");

        assertThat(alice.result("CREATE #user.support.New"))
                .matches("OK \\[MAILBOXID \\(\\d+\\)\\] CREATE completed\\.");
        assertThat(imap.james().foldersOf(SUPPORT)).containsExactly("Archive", "INBOX", "New");
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com folder.created {folder=New}");
    }

    @Test
    void aTrailingDelimiterIsLeftOut() {
        imap.give(SUPPORT, ALICE, "k");

        alice.send("CREATE #user.support.New.Sub.");

        assertThat(imap.james().foldersOf(SUPPORT))
                .containsExactly("Archive", "INBOX", "New", "New.Sub");
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com folder.created {folder=New.Sub}");
    }

    @ParameterizedTest
    @CsvSource({"New, INBOX", "Archive.New, Archive"})
    void withoutTheRightOnTheParentNothingIsMade(String folder, String parent) {
        imap.give(SUPPORT, ALICE, "lrswitxea");

        assertThat(alice.result("CREATE #user.support." + folder)).isEqualTo(NOPERM);
        assertThat(imap.james().foldersOf(SUPPORT)).containsExactly("Archive", "INBOX");
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com access.denied {command=CREATE, folder=" + parent + "}");
    }

    @Test
    void whoMayNotSeeTheParentIsToldThatThereIsNone() {
        imap.give(SUPPORT, ALICE, "r");

        assertThat(alice.result("CREATE #user.support.New")).isEqualTo(NONEXISTENT);
    }

    @Test
    void whoHoldsSomeFoldersMakesNoneOutsideOfThem() {
        imap.give(SUPPORT, ALICE, "lrk", "Archive");

        assertThat(alice.result("CREATE #user.support.New")).isEqualTo(NONEXISTENT);
        assertThat(alice.result("CREATE #user.support.Archive.New")).startsWith("OK ");
        assertThat(imap.james().foldersOf(SUPPORT))
                .containsExactly("Archive", "Archive.New", "INBOX");
    }

    /** The entry of INBOX gives k for the top level, but not on what would be made there. */
    @Test
    void inboxAloneDoesNotOpenTheTopLevel() {
        imap.give(SUPPORT, ALICE, "lrk", "INBOX");

        assertThat(alice.result("CREATE #user.support.New")).isEqualTo(NOPERM);
    }

    @Test
    void onlyAllFoldersCoverLevelsThatAreNotThere() {
        imap.give(SUPPORT, ALICE, "lrk", "Archive");
        assertThat(alice.result("CREATE #user.support.Archive.Deep.New")).isEqualTo(NONEXISTENT);

        imap.give(SUPPORT, ALICE, "lrk");
        assertThat(alice.result("CREATE #user.support.Archive.Deep.New")).startsWith("OK ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#user",
                "#user.support",
                "#user.nobody.New",
                "#user.alice.New",
                "#user..New"
            })
    void aNameOfNobodyMakesNothing(String name) {
        imap.give(SUPPORT, ALICE, "lrk");

        assertThat(alice.result("CREATE " + name)).isEqualTo(NONEXISTENT);
        assertThat(imap.james().foldersOf(ALICE)).isEmpty();
    }

    @Test
    void whatIsThereIsNotMadeAgainNorRecorded() {
        imap.give(SUPPORT, ALICE, "lrk");

        assertThat(alice.result("CREATE #user.support.Archive"))
                .isEqualTo("NO CREATE failed. Mailbox already exists.");
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void ownFoldersAreMadeAsEver() {
        assertThat(alice.result("CREATE New")).startsWith("OK [MAILBOXID ");
        assertThat(imap.james().foldersOf(ALICE)).containsExactly("New");
        assertThat(imap.audited(ALICE)).isEmpty();
    }
}
