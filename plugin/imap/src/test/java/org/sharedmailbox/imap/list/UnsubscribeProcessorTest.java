/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class UnsubscribeProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aDelegateOfWhomTheFolderIsSubscribed() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX");
        imap.give(SUPPORT, ALICE, "l");
        alice = imap.signIn(ALICE);
    }

    @Test
    void theFolderIsListedNoLonger() {
        assertThat(alice.send("UNSUBSCRIBE #user.support.INBOX"))
                .containsExactly("a OK UNSUBSCRIBE completed.");
        assertThat(alice.send("LSUB \"\" \"*\"")).containsExactly("a OK LSUB completed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#user", "#user.support", "#user.support.Nowhere", "#user.nobody.INBOX"})
    void ofWhatIsNotThereThereIsNothingToDo(String name) {
        assertThat(alice.result("UNSUBSCRIBE " + name)).isEqualTo("OK UNSUBSCRIBE completed.");
    }

    @Test
    void withoutTheRightNothingChanges() {
        imap.give(SUPPORT, ALICE, "rswitkxea");

        assertThat(alice.result("UNSUBSCRIBE #user.support.INBOX"))
                .isEqualTo("OK UNSUBSCRIBE completed.");
        imap.give(SUPPORT, ALICE, "l");
        assertThat(alice.send("LSUB \"\" \"*\""))
                .contains("* LSUB (\\Noselect) \".\" \"#user.support.INBOX\"");
    }

    @Test
    void ownFoldersAreUnsubscribedAsEver() {
        alice.send("SUBSCRIBE Notes");

        assertThat(alice.result("UNSUBSCRIBE Notes")).isEqualTo("OK UNSUBSCRIBE completed.");
        assertThat(alice.send("LSUB \"\" \"Notes\"")).containsExactly("a OK LSUB completed.");
    }
}
