/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;
import static org.sharedmailbox.imap.Refusals.NOPERM;

import java.util.List;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderReference;
import org.sharedmailbox.model.ImapRights;

/** RENAME moves what lies below a folder along with it. */
class RenameBelowTest {
    private static final ImapRights ALL = ImapRights.ALL;

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aSharedMailbox() {
        imap.james()
                .with(ALICE, SUPPORT)
                .withFolders(SUPPORT, "INBOX", "Archive.2026.Secret", "Open");
        alice = imap.signIn(ALICE);
    }

    /** Below "Open" Alice would be given what is closed to her below "Archive". */
    @ParameterizedTest
    @CsvSource({
        "'', false",
        "lrswitkea, false",
        "x, false",
        "'', true",
    })
    void whatLiesBelowIsMovedByWhoHoldsXThereOnly(String lettersBelow, boolean covering) {
        ImapRights letters = ImapRights.ofLetters(lettersBelow);
        FolderReference below = folder("Archive.2026");
        imap.give(
                SUPPORT,
                ALICE,
                FolderEntries.of(
                        List.of(
                                FolderEntry.withSubfolders(folder("Archive"), ALL),
                                FolderEntry.withSubfolders(folder("Open"), ALL),
                                covering
                                        ? FolderEntry.withSubfolders(below, letters)
                                        : FolderEntry.alone(below, letters))));
        boolean permitted = lettersBelow.equals("x");

        assertThat(alice.result("RENAME #user.support.Archive #user.support.Open.Archive"))
                .isEqualTo(permitted ? "OK RENAME completed." : NOPERM);
        assertThat(imap.james().foldersOf(SUPPORT))
                .contains(permitted ? "Open.Archive.2026.Secret" : "Archive.2026.Secret");
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        permitted
                                ? "alice@example.com folder.renamed {folder=Archive,"
                                        + " to=Open.Archive}"
                                : "alice@example.com access.denied {command=RENAME,"
                                        + " folder=Archive}");
    }

    /** With x everywhere, but without r: the new place would give what the old one does not. */
    @ParameterizedTest
    @CsvSource({"lx, false", "lrswitkx, false", "lrswitkxea, true"})
    void nobodyGetsRightsByMovingAFolderToWhereTheyHaveThem(String everywhere, boolean permitted) {
        imap.give(
                SUPPORT,
                ALICE,
                FolderEntries.of(
                        List.of(
                                FolderEntry.ofMailbox(ImapRights.ofLetters(everywhere)),
                                FolderEntry.withSubfolders(folder("Open"), ALL))));

        assertThat(alice.result("RENAME #user.support.Archive #user.support.Open.Archive"))
                .isEqualTo(permitted ? "OK RENAME completed." : NOPERM);
    }

    @Test
    void whoHoldsAFolderAloneDoesNotMoveWhatLiesBelow() {
        imap.give(
                SUPPORT,
                ALICE,
                FolderEntries.of(
                        List.of(
                                FolderEntry.alone(folder("Archive"), ALL),
                                FolderEntry.withSubfolders(folder("Open"), ALL))));

        assertThat(alice.result("RENAME #user.support.Archive #user.support.Open.Archive"))
                .isEqualTo(NOPERM);
        assertThat(alice.result("SELECT #user.support.Open.Archive.2026.Secret"))
                .isEqualTo(NONEXISTENT);
        assertThat(imap.james().foldersOf(SUPPORT))
                .containsExactly("Archive", "Archive.2026", "Archive.2026.Secret", "INBOX", "Open");
    }

    @Test
    void aFolderBesideThatBeginsWithTheSameNameIsNotAsked() {
        imap.james().withFolders(SUPPORT, "Archived");
        imap.give(
                SUPPORT,
                ALICE,
                FolderEntries.of(
                        List.of(
                                FolderEntry.withSubfolders(folder("Archive"), ALL),
                                FolderEntry.withSubfolders(folder("Open"), ALL),
                                FolderEntry.withSubfolders(folder("Archived"), ImapRights.NONE))));

        assertThat(alice.result("RENAME #user.support.Archive #user.support.Open.Archive"))
                .isEqualTo("OK RENAME completed.");
    }

    /** Nobody can be given rights in such a folder, nor take them away. */
    @Test
    void aFolderBelowThatNobodyCanNameIsNotMovedByWhoHoldsSomeFolders() throws Exception {
        MailboxSession support = imap.james().mailboxManager().createSystemSession(SUPPORT);
        imap.james()
                .mailboxManager()
                .createMailbox(MailboxPath.forUser(SUPPORT, "Archive.\u0007"), support);
        imap.give(SUPPORT, ALICE, "lrswitkxea", "Archive", "Open");

        assertThat(alice.result("RENAME #user.support.Archive #user.support.Open.Archive"))
                .isEqualTo(NOPERM);
    }

    private FolderReference folder(String name) {
        FolderName folder = FolderName.of(name);
        return FolderReference.of(
                imap.james().folders().find(SUPPORT, folder).orElseThrow(), folder);
    }
}
