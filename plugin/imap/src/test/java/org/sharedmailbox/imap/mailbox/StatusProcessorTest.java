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

class StatusProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void oneMailInASharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX").deliver(SUPPORT, "INBOX");
        alice = imap.signIn(ALICE);
    }

    @Test
    void aReaderIsToldUnderTheNameThatTheyKnow() {
        imap.give(SUPPORT, ALICE, "r");

        assertThat(alice.send("STATUS #user.support.INBOX (MESSAGES UNSEEN)"))
                .containsExactly(
                        "* STATUS \"#user.support.INBOX\" (MESSAGES 1 UNSEEN 1)",
                        "a OK STATUS completed.");
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void withoutTheRightItIsRefusedAndRecorded() {
        imap.give(SUPPORT, ALICE, "lswitkxea");

        assertThat(alice.send("STATUS #user.support.INBOX (MESSAGES)"))
                .containsExactly("a " + NOPERM);
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com access.denied {command=STATUS, folder=INBOX}");
    }

    @Test
    void whoMayNotSeeTheFolderIsToldThatThereIsNone() {
        imap.give(SUPPORT, ALICE, "swi");

        assertThat(alice.result("STATUS #user.support.INBOX (MESSAGES)")).isEqualTo(NONEXISTENT);
        assertThat(alice.result("STATUS #user.support.Nowhere (MESSAGES)")).isEqualTo(NONEXISTENT);
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void whoIsNoDelegateIsToldTheSame() {
        assertThat(alice.result("STATUS #user.support.INBOX (MESSAGES)")).isEqualTo(NONEXISTENT);
        assertThat(alice.result("STATUS #user.nobody.INBOX (MESSAGES)")).isEqualTo(NONEXISTENT);
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() {
        imap.give(SUPPORT, ALICE, "lrswitkxea");

        assertThat(alice.result("STATUS #user.support.New (MESSAGES)")).isEqualTo(NONEXISTENT);
        assertThat(imap.james().foldersOf(SUPPORT)).containsExactly("INBOX");
    }

    @Test
    void ownFoldersAreAskedForAsEver() {
        imap.james().withFolders(ALICE, "INBOX");

        assertThat(alice.send("STATUS INBOX (MESSAGES)"))
                .containsExactly("* STATUS \"INBOX\" (MESSAGES 0)", "a OK STATUS completed.");
    }
}
