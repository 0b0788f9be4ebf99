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
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.session.SelectedFolder;

class ExamineProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void oneMailInASharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX");
        imap.james().deliver(SUPPORT, "INBOX");
        alice = imap.signIn(ALICE);
    }

    @Test
    void whateverTheRightsNothingCanBeChanged() {
        imap.give(SUPPORT, ALICE, "lrswitkxea");

        assertThat(alice.send("EXAMINE #user.support.INBOX"))
                .contains("* 1 EXISTS", "* OK [PERMANENTFLAGS ()] No permanent flags permitted")
                .endsWith("a OK [READ-ONLY] EXAMINE completed.");
        assertThat(alice.result("STORE 1 +FLAGS (\\Seen)")).isEqualTo(NOPERM);
        assertThat(alice.result("EXPUNGE")).isEqualTo(NOPERM);
        assertThat(imap.signIn(SUPPORT).send("SELECT INBOX")).contains("* 1 RECENT");
    }

    @Test
    void withoutTheRightItIsRefusedAndRecorded() {
        imap.give(SUPPORT, ALICE, "lswitkxea");

        assertThat(alice.send("EXAMINE #user.support.INBOX")).containsExactly("a " + NOPERM);
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com access.denied {command=EXAMINE, folder=INBOX}");
    }

    @Test
    void whoMayNotSeeTheFolderIsToldThatThereIsNone() {
        imap.give(SUPPORT, ALICE, "s");

        assertThat(alice.result("EXAMINE #user.support.INBOX")).isEqualTo(NONEXISTENT);
    }

    @Test
    void selectedAgainItCanBeChanged() {
        imap.give(SUPPORT, ALICE, "lrs");
        alice.send("EXAMINE #user.support.INBOX");

        assertThat(alice.result("SELECT #user.support.INBOX")).startsWith("OK [READ-WRITE] ");
        assertThat(alice.result("STORE 1 +FLAGS (\\Seen)")).isEqualTo("OK STORE completed.");
    }

    @Test
    void ownFoldersAreOpenedAsEver() {
        imap.james().withFolders(ALICE, "INBOX");

        assertThat(alice.result("EXAMINE INBOX")).isEqualTo("OK [READ-ONLY] EXAMINE completed.");
        assertThat(SelectedFolder.of(alice.session().getSelected())).isEmpty();
    }
}
