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

class CheckProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aReaderOfASharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX");
        imap.give(SUPPORT, ALICE, "lr");
        alice = imap.signIn(ALICE);
        alice.send("SELECT #user.support.INBOX");
        imap.james().deliver(SUPPORT, "INBOX");
    }

    @Test
    void aReaderIsToldWhatHasArrived() {
        assertThat(alice.send("CHECK"))
                .containsExactly("* 1 EXISTS", "* 1 RECENT", "a OK CHECK completed.");
    }

    @Test
    void whoseAccessHasEndedIsToldOnlyThatAndTheCommandSucceeds() {
        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(alice.send("CHECK"))
                .containsExactly("* OK [CLOSED] Mailbox closed.", "a OK CHECK completed.");
        assertThat(alice.session().getSelected()).isNull();
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void withAnOwnFolderItIsAnsweredAsEver() {
        imap.james().withFolders(ALICE, "INBOX");
        alice.send("SELECT INBOX");

        assertThat(alice.send("CHECK")).containsExactly("a OK CHECK completed.");
    }
}
