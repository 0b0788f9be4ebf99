/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.ACCESS_ENDED;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class SearchProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aReaderOfASharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX");
        imap.james().deliver(SUPPORT, "INBOX");
        imap.give(SUPPORT, ALICE, "lr");
        alice = imap.signIn(ALICE);
        alice.send("SELECT #user.support.INBOX");
    }

    @Test
    void aReaderFindsMails() {
        assertThat(alice.send("SEARCH SUBJECT hello"))
                .containsExactly("* SEARCH 1", "a OK SEARCH completed.");
        assertThat(alice.send("UID SEARCH RETURN (COUNT) ALL"))
                .containsExactly("* ESEARCH (TAG \"a\") UID COUNT 1", "a OK SEARCH completed.");
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void whatWasFoundCanBeFetched() {
        alice.send("SEARCH RETURN (SAVE) ALL");

        assertThat(alice.send("FETCH $ (UID)")).contains("* 1 FETCH (UID 1)");
    }

    @Test
    void whoseAccessHasEndedFindsNothing() {
        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(alice.send("SEARCH ALL"))
                .containsExactly("* OK [CLOSED] Mailbox closed.", "a " + ACCESS_ENDED);
        assertThat(alice.session().getSelected()).isNull();
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com access.denied {command=SEARCH, folder=INBOX}");
    }

    @Test
    void ownMailIsSearchedAsEver() {
        imap.james().withFolders(ALICE, "INBOX").deliver(ALICE, "INBOX");
        alice.send("SELECT INBOX");

        assertThat(alice.send("SEARCH ALL"))
                .containsExactly("* SEARCH 1", "a OK SEARCH completed.");
    }
}
