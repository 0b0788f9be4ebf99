/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class SubscribeProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aDelegateWhoUnsubscribedTheFolder() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX");
        imap.give(SUPPORT, ALICE, "l");
        alice = imap.signIn(ALICE);
        alice.send("UNSUBSCRIBE #user.support.INBOX");
    }

    @Test
    void whoSeesTheFolderSubscribesIt() {
        assertThat(alice.send("SUBSCRIBE #user.support.INBOX"))
                .containsExactly("a OK SUBSCRIBE completed.");
        assertThat(alice.send("LSUB \"\" \"*\""))
                .contains("* LSUB (\\Noselect) \".\" \"#user.support.INBOX\"");
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void theOwnersSubscriptionsAreTheirOwn() {
        alice.send("SUBSCRIBE #user.support.INBOX");

        assertThat(imap.signIn(SUPPORT).send("LSUB \"\" \"*\""))
                .containsExactly("a OK LSUB completed.");
    }

    @Test
    void withoutTheRightThereIsNone() {
        imap.give(SUPPORT, ALICE, "rswitkxea");

        assertThat(alice.result("SUBSCRIBE #user.support.INBOX")).isEqualTo(NONEXISTENT);
        imap.give(SUPPORT, ALICE, "l");
        assertThat(alice.send("LSUB \"\" \"*\"")).containsExactly("a OK LSUB completed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#user", "#user.support", "#user.support.Nowhere", "#user.nobody.INBOX"})
    void whatIsNotThereIsNotSubscribed(String name) {
        assertThat(alice.result("SUBSCRIBE " + name)).isEqualTo(NONEXISTENT);
    }

    @Test
    void ownFoldersAreSubscribedAsEver() {
        assertThat(alice.result("SUBSCRIBE Notes")).isEqualTo("OK SUBSCRIBE completed.");
        assertThat(alice.send("LSUB \"\" \"Notes\"")).contains("* LSUB () \".\" \"Notes\"");
    }
}
