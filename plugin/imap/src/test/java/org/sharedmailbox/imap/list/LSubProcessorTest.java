/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class LSubProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aReaderWhoUnsubscribedOneFolder() {
        imap.james()
                .with(ALICE, SUPPORT)
                .withFolders(ALICE, "Notes")
                .withFolders(SUPPORT, "INBOX", "Archive.2026");
        imap.give(SUPPORT, ALICE, "lr");
        alice = imap.signIn(ALICE);
        alice.send("UNSUBSCRIBE #user.support.Archive");
    }

    @Test
    void ownSubscriptionsComeFirstThenFoldersOfOthersThatAreSubscribed() {
        alice.send("SUBSCRIBE Notes");

        assertThat(alice.send("LSUB \"\" \"*\""))
                .containsExactly(
                        "* LSUB () \".\" \"Notes\"",
                        "* LSUB () \".\" \"#user.support.Archive.2026\"",
                        "* LSUB () \".\" \"#user.support.INBOX\"",
                        "a OK LSUB completed.");
    }

    @Test
    void levelsAboveThemAreListedWhereThePatternStopsThere() {
        assertThat(alice.send("LSUB \"\" \"%\"")).contains("* LSUB (\\Noselect) \".\" \"#user\"");
        assertThat(alice.send("LSUB \"#user.support.\" \"%\""))
                .containsExactly(
                        "* LSUB (\\Noselect) \".\" \"#user.support.Archive\"",
                        "* LSUB () \".\" \"#user.support.INBOX\"",
                        "a OK LSUB completed.");
    }

    @Test
    void aFolderWithoutTheRightIsNotListed() {
        imap.give(SUPPORT, ALICE, "rswitkxea");

        assertThat(alice.send("LSUB \"\" \"*\"")).containsExactly("a OK LSUB completed.");
    }

    @Test
    void atTheEndOfTheDelegationTheyVanish() {
        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(alice.send("LSUB \"\" \"#user.*\"")).containsExactly("a OK LSUB completed.");
    }
}
