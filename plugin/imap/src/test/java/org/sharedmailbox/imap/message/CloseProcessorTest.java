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

class CloseProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void oneMailThatIsDeleted() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX");
        imap.james().deliver(SUPPORT, "INBOX");
        ImapClient support = imap.signIn(SUPPORT);
        support.send("SELECT INBOX");
        support.send("STORE 1 FLAGS (\\Deleted)");
        alice = imap.signIn(ALICE);
    }

    @Test
    void whoHoldsERemovesWhatIsDeleted() {
        imap.give(SUPPORT, ALICE, "lre");
        alice.send("SELECT #user.support.INBOX");

        assertThat(alice.send("CLOSE")).containsExactly("a OK CLOSE completed.");
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isZero();
        assertThat(alice.session().getSelected()).isNull();
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com messages.deleted {folder=INBOX, messages=1}");
    }

    @Test
    void withoutTheRightItSucceedsAndRemovesNothing() {
        imap.give(SUPPORT, ALICE, "lrswitkxa");
        alice.send("SELECT #user.support.INBOX");

        assertThat(alice.send("CLOSE")).containsExactly("a OK CLOSE completed.");
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
        assertThat(alice.session().getSelected()).isNull();
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void whereNothingIsDeletedNothingIsRecorded() {
        imap.signIn(SUPPORT).send("CREATE Archive");
        imap.give(SUPPORT, ALICE, "lre");
        alice.send("SELECT #user.support.Archive");

        assertThat(alice.send("CLOSE")).containsExactly("a OK CLOSE completed.");
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void whatWasExaminedIsClosedAndKept() {
        imap.give(SUPPORT, ALICE, "lrswitkxea");
        alice.send("EXAMINE #user.support.INBOX");

        assertThat(alice.result("CLOSE")).isEqualTo("OK CLOSE completed.");
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
    }

    @Test
    void whoseAccessHasEndedRemovesNothing() {
        imap.give(SUPPORT, ALICE, "lre");
        alice.send("SELECT #user.support.INBOX");
        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(alice.send("CLOSE"))
                .containsExactly("* OK [CLOSED] Mailbox closed.", "a " + ACCESS_ENDED);
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
    }

    @Test
    void ownFoldersAreClosedAsEver() {
        imap.james().withFolders(ALICE, "INBOX").deliver(ALICE, "INBOX");
        alice.send("SELECT INBOX");
        alice.send("STORE 1 FLAGS (\\Deleted)");

        assertThat(alice.result("CLOSE")).isEqualTo("OK CLOSE completed.");
        assertThat(imap.james().mailsIn(ALICE, "INBOX")).isZero();
        assertThat(imap.audited(ALICE)).isEmpty();
    }
}
