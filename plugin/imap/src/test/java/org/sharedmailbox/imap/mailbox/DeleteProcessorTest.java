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
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class DeleteProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aSharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX", "Archive");
        alice = imap.signIn(ALICE);
    }

    @Test
    void whoHoldsXDeletesAFolderOfTheOwner() {
        imap.give(SUPPORT, ALICE, "x");

        assertThat(alice.result("DELETE #user.support.Archive")).isEqualTo("OK DELETE completed.");
        assertThat(imap.james().foldersOf(SUPPORT)).containsExactly("INBOX");
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com folder.deleted {folder=Archive}");
    }

    @Test
    void withoutTheRightItStays() {
        imap.give(SUPPORT, ALICE, "lrswitkea");

        assertThat(alice.result("DELETE #user.support.Archive")).isEqualTo(NOPERM);
        assertThat(imap.james().foldersOf(SUPPORT)).containsExactly("Archive", "INBOX");
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com access.denied {command=DELETE, folder=Archive}");
    }

    @Test
    void whoMayNotSeeTheFolderIsToldThatThereIsNone() {
        imap.give(SUPPORT, ALICE, "r");

        assertThat(alice.result("DELETE #user.support.Archive")).isEqualTo(NONEXISTENT);
        assertThat(alice.result("DELETE #user.support.Nowhere")).isEqualTo(NONEXISTENT);
    }

    @Test
    void inboxIsNeverDeleted() {
        imap.give(SUPPORT, ALICE, "lrswitkxea");

        assertThat(alice.result("DELETE #user.support.INBOX")).isEqualTo(NOPERM);
        assertThat(imap.james().foldersOf(SUPPORT)).contains("INBOX");
    }

    @Test
    void whatIsSelectedAndDeletedIsSelectedNoMore() {
        imap.give(SUPPORT, ALICE, "lrx");
        alice.send("SELECT #user.support.Archive");

        alice.send("DELETE #user.support.Archive");

        assertThat(alice.session().getSelected()).isNull();
    }

    @Test
    void anotherFolderStaysSelected() {
        imap.give(SUPPORT, ALICE, "lrx");
        alice.send("SELECT #user.support.INBOX");

        alice.send("DELETE #user.support.Archive");

        assertThat(alice.session().getSelected()).isNotNull();
    }

    @Test
    void ownFoldersAreDeletedAsEver() {
        imap.james().withFolders(ALICE, "Notes");

        assertThat(alice.result("DELETE Notes")).isEqualTo("OK DELETE completed.");
        assertThat(imap.james().foldersOf(ALICE)).isEmpty();
        assertThat(imap.audited(ALICE)).isEmpty();
    }
}
