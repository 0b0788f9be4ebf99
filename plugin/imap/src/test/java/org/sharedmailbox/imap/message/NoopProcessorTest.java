/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class NoopProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aReaderOfASharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX", "Archive");
        imap.give(SUPPORT, ALICE, "lr");
        alice = imap.signIn(ALICE);
        alice.send("SELECT #user.support.INBOX");
    }

    @Test
    void aReaderIsToldWhatHasArrived() {
        imap.james().deliver(SUPPORT, "INBOX");

        assertThat(alice.send("NOOP"))
                .containsExactly("* 1 EXISTS", "* 1 RECENT", "a OK NOOP completed.");
    }

    @Test
    void whoseAccessHasEndedIsToldOnlyThatAndTheCommandSucceeds() {
        imap.james().deliver(SUPPORT, "INBOX");
        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(alice.send("NOOP"))
                .containsExactly("* OK [CLOSED] Mailbox closed.", "a OK NOOP completed.");
        assertThat(alice.session().getSelected()).isNull();
        assertThat(imap.audited(SUPPORT)).isEmpty();
        assertThat(alice.send("NOOP")).containsExactly("a OK NOOP completed.");
    }

    @Test
    void aFolderThatItsOwnerHasDeletedIsClosed() {
        imap.give(SUPPORT, ALICE, "lrx");
        alice.send("SELECT #user.support.Archive");
        imap.signIn(SUPPORT).send("DELETE Archive");

        assertThat(alice.send("NOOP"))
                .containsExactly("* OK [CLOSED] Mailbox closed.", "a OK NOOP completed.");
    }

    @Test
    void withAnOwnFolderOrNoneItIsAnsweredAsEver() {
        imap.james().withFolders(ALICE, "INBOX");
        alice.send("SELECT INBOX");
        imap.james().deliver(ALICE, "INBOX");

        assertThat(alice.send("NOOP"))
                .containsExactly("* 1 EXISTS", "* 1 RECENT", "a OK NOOP completed.");
        assertThat(imap.signIn(ALICE).send("NOOP")).containsExactly("a OK NOOP completed.");
    }
}
