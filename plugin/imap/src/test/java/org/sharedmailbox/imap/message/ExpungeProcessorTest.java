/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NOPERM;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class ExpungeProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void threeMailsOfWhichTwoAreDeleted() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX");
        for (int n = 0; n < 3; n++) {
            imap.james().deliver(SUPPORT, "INBOX");
        }
        ImapClient support = imap.signIn(SUPPORT);
        support.send("SELECT INBOX");
        support.send("STORE 1:2 FLAGS (\\Deleted)");
        alice = imap.signIn(ALICE);
    }

    @Test
    void whoHoldsERemovesThemAndTheirNumberIsRecorded() {
        imap.give(SUPPORT, ALICE, "lre");
        alice.send("SELECT #user.support.INBOX");

        assertThat(alice.send("EXPUNGE"))
                .containsSubsequence("* 1 EXPUNGE", "* 1 EXPUNGE", "a OK EXPUNGE completed.");
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com messages.deleted {folder=INBOX, messages=2}");
    }

    @Test
    void theNumberIsRightWhereUidsAreToldInRanges() {
        imap.give(SUPPORT, ALICE, "lre");
        alice.send("ENABLE QRESYNC");
        alice.send("SELECT #user.support.INBOX");

        assertThat(alice.send("EXPUNGE")).anyMatch(line -> line.startsWith("* VANISHED 1:2"));
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com messages.deleted {folder=INBOX, messages=2}");
    }

    @Test
    void onlyTheNamedUidsAreRemoved() {
        imap.give(SUPPORT, ALICE, "lre");
        alice.send("SELECT #user.support.INBOX");

        assertThat(alice.send("UID EXPUNGE 2:3")).contains("* 2 EXPUNGE");
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(2);
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com messages.deleted {folder=INBOX, messages=1}");
    }

    @Test
    void withoutTheRightTheyStay() {
        imap.give(SUPPORT, ALICE, "lrswitkxa");
        alice.send("SELECT #user.support.INBOX");

        assertThat(alice.send("EXPUNGE")).containsExactly("a " + NOPERM);
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(3);
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com access.denied {command=EXPUNGE, folder=INBOX}");
    }

    @Test
    void whereNothingIsDeletedNothingIsRecorded() {
        imap.give(SUPPORT, ALICE, "lre");
        alice.send("SELECT #user.support.INBOX");
        alice.send("EXPUNGE");

        alice.send("EXPUNGE");

        assertThat(imap.audited(SUPPORT)).hasSize(1);
    }

    @Test
    void ownMailIsExpungedAsEver() {
        imap.james().withFolders(ALICE, "INBOX").deliver(ALICE, "INBOX");
        alice.send("SELECT INBOX");
        alice.send("STORE 1 FLAGS (\\Deleted)");

        assertThat(alice.send("EXPUNGE"))
                .containsExactly("* 1 EXPUNGE", "* 0 RECENT", "a OK EXPUNGE completed.");
        assertThat(imap.audited(ALICE)).isEmpty();
    }
}
