/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;
import static org.sharedmailbox.imap.Refusals.NOPERM;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class RenameProcessorTest {
    private static final String OTHER_OWNER =
            "NO [CANNOT] A mailbox can only be renamed within its owner's mailboxes; create one"
                    + " there and MOVE the messages.";

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aSharedMailbox() {
        imap.james()
                .with(ALICE, SUPPORT, SALES)
                .withFolders(ALICE, "Notes")
                .withFolders(SALES, "INBOX")
                .withFolders(SUPPORT, "INBOX", "Archive", "Archive.2026");
        alice = imap.signIn(ALICE);
    }

    @Test
    void whoHoldsXAndKRenamesTheFolderAndThoseBelow() {
        imap.give(SUPPORT, ALICE, "xk");

        assertThat(alice.result("RENAME #user.support.Archive #user.support.Old"))
                .isEqualTo("OK RENAME completed.");
        assertThat(imap.james().foldersOf(SUPPORT)).containsExactly("INBOX", "Old", "Old.2026");
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com folder.renamed {folder=Archive, to=Old}");
    }

    @ParameterizedTest
    @CsvSource({
        "lrswitkea, Old, Archive",
        "lrswitxea, Old, INBOX",
        "lrswitxea, Archive.2026.Old, Archive.2026",
    })
    void withoutARightItKeepsItsName(String rights, String to, String deniedIn) {
        imap.give(SUPPORT, ALICE, rights);
        imap.james().withFolders(SUPPORT, "Other");
        String from = to.equals("Old") ? "Archive" : "Other";

        assertThat(alice.result("RENAME #user.support." + from + " #user.support." + to))
                .isEqualTo(NOPERM);
        assertThat(imap.james().foldersOf(SUPPORT))
                .containsExactly("Archive", "Archive.2026", "INBOX", "Other");
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com access.denied {command=RENAME, folder="
                                + deniedIn
                                + "}");
    }

    @Test
    void whoMayNotSeeTheFolderIsToldThatThereIsNone() {
        imap.give(SUPPORT, ALICE, "r");

        assertThat(alice.result("RENAME #user.support.Archive #user.support.Old"))
                .isEqualTo(NONEXISTENT);
        assertThat(alice.result("RENAME #user.support.Nowhere #user.support.Old"))
                .isEqualTo(NONEXISTENT);
    }

    @Test
    void whoHoldsSomeFoldersRenamesNoneOutOfThem() {
        imap.give(SUPPORT, ALICE, "lrxk", "Archive");

        assertThat(alice.result("RENAME #user.support.Archive #user.support.Old"))
                .isEqualTo(NONEXISTENT);
        assertThat(alice.result("RENAME #user.support.Archive.2026 #user.support.Archive.2027"))
                .isEqualTo("OK RENAME completed.");
    }

    @ParameterizedTest
    @CsvSource({
        "#user.support.Archive, Mine",
        "#user.support.Archive, #user.sales.Archive",
        "#user.support.Archive, #user.support",
        "Notes, #user.support.Notes",
        "Notes, #user.nobody.Notes",
    })
    void toAnotherOwnerItCannotBeDone(String from, String to) {
        imap.give(SUPPORT, ALICE, "lrswitkxea");
        imap.give(SALES, ALICE, "lrswitkxea");

        assertThat(alice.result("RENAME " + from + " " + to)).isEqualTo(OTHER_OWNER);
        assertThat(imap.james().foldersOf(ALICE)).containsExactly("Notes");
        assertThat(imap.james().foldersOf(SALES)).containsExactly("INBOX");
        assertThat(imap.james().foldersOf(SUPPORT))
                .containsExactly("Archive", "Archive.2026", "INBOX");
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void inboxKeepsItsName() {
        imap.give(SUPPORT, ALICE, "lrswitkxea");

        assertThat(alice.result("RENAME #user.support.INBOX #user.support.Old"))
                .isEqualTo("NO [CANNOT] INBOX cannot be renamed.");
    }

    @Test
    void noFolderIsMovedBelowItself() {
        imap.give(SUPPORT, ALICE, "lrswitkxea");

        assertThat(alice.result("RENAME #user.support.Archive #user.support.Archive.2026.Old"))
                .isEqualTo("NO [CANNOT] A mailbox cannot be moved below itself.");
    }

    @Test
    void ownFoldersAreRenamedAsEver() {
        assertThat(alice.result("RENAME Notes Ideas")).isEqualTo("OK RENAME completed.");
        assertThat(imap.james().foldersOf(ALICE)).containsExactly("Ideas");
        assertThat(imap.audited(ALICE)).isEmpty();
    }
}
