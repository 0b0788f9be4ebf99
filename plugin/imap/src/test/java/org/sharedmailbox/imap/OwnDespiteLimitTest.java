/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.command.SlowCommands;

/** Who has abandoned too many commands on shared mailboxes goes on using their own. */
class OwnDespiteLimitTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private final CountDownLatch end = new CountDownLatch(1);
    private ImapClient alice;

    @BeforeEach
    void aliceAbandonsCommands() throws Exception {
        imap.james()
                .with(ALICE, BOB, SUPPORT)
                .withFolders(ALICE, "INBOX", "Mine")
                .withFolders(SUPPORT, "INBOX")
                .deliver(ALICE, "INBOX");
        imap.give(SUPPORT, ALICE, "lrswikxtea");
        alice = imap.signIn(ALICE);
        assertThat(alice.result("SELECT INBOX")).startsWith("OK ");
        new SlowCommands(imap).abandonUpTo(ALICE, 4, end);
    }

    @AfterEach
    void letThemEnd() {
        end.countDown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LIST \"\" \"*\"",
                "LIST \"\" \"%\"",
                "LIST \"\" \"*\" RETURN (SUBSCRIBED STATUS (MESSAGES))",
                "LIST (SUBSCRIBED) \"\" \"*\"",
                "LSUB \"\" \"*\"",
                "NAMESPACE",
                "STATUS INBOX (MESSAGES)",
                "SELECT INBOX",
                "EXAMINE INBOX",
                "CREATE New",
                "RENAME Mine Other",
                "DELETE Mine",
                "SUBSCRIBE INBOX",
                "UNSUBSCRIBE INBOX",
                "GETQUOTAROOT INBOX",
                "GETACL INBOX",
                "GETACL #user.alice",
                "SETACL INBOX bob lr",
                "SETACL #user.alice bob lr",
                "DELETEACL INBOX bob",
                "LISTRIGHTS INBOX bob",
                "MYRIGHTS INBOX",
                "FETCH 1 (FLAGS)",
                "STORE 1 +FLAGS (\\Flagged)",
                "SEARCH ALL",
                "COPY 1 Mine",
                "UID COPY 1:* Mine",
                "MOVE 1 Mine",
                "EXPUNGE",
                "NOOP",
                "CHECK",
                "UNSELECT",
                "CLOSE"
            })
    void ownCommandsWork(String command) {
        assertThat(alice.result(command)).startsWith("OK ");
    }

    @Test
    void ownFoldersAreListedAsEver() {
        assertThat(alice.send("LIST \"\" \"*\""))
                .containsExactly(
                        "* LIST (\\HasNoChildren) \".\" \"INBOX\"",
                        "* LIST (\\HasNoChildren) \".\" \"Mine\"",
                        "a OK LIST completed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LIST \"\" \"#user.*\"",
                "STATUS #user.support.INBOX (MESSAGES)",
                "SELECT #user.support.INBOX",
                "COPY 1 #user.support.INBOX",
                "GETACL #user.support.INBOX",
                "SUBSCRIBE #user.support.INBOX"
            })
    void commandsOnSharedMailboxesHaveToWait(String command) {
        assertThat(alice.result(command)).startsWith("NO [LIMIT] ");
    }
}
