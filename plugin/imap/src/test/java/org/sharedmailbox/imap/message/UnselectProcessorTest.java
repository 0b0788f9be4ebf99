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

class UnselectProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void oneMailThatIsDeleted() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX");
        imap.james().deliver(SUPPORT, "INBOX");
        ImapClient support = imap.signIn(SUPPORT);
        support.send("SELECT INBOX");
        support.send("STORE 1 FLAGS (\\Deleted)");
        imap.give(SUPPORT, ALICE, "lre");
        alice = imap.signIn(ALICE);
        alice.send("SELECT #user.support.INBOX");
    }

    @Test
    void nothingIsSelectedAfterwardsAndNothingRemoved() {
        assertThat(alice.send("UNSELECT")).containsExactly("a OK UNSELECT completed.");
        assertThat(alice.session().getSelected()).isNull();
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void whoseAccessHasEndedIsToldSo() {
        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(alice.send("UNSELECT"))
                .containsExactly("* OK [CLOSED] Mailbox closed.", "a " + ACCESS_ENDED);
        assertThat(alice.session().getSelected()).isNull();
    }

    @Test
    void ownFoldersAreUnselectedAsEver() {
        imap.james().withFolders(ALICE, "INBOX");
        alice.send("SELECT INBOX");

        assertThat(alice.result("UNSELECT")).isEqualTo("OK UNSELECT completed.");
        assertThat(alice.result("UNSELECT")).isEqualTo("BAD UNSELECT No Mailbox selected.");
    }
}
