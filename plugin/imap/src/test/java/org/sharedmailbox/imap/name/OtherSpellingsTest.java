/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.ServerLog;

/**
 * Names that James 3.9 itself would understand: they are ours to answer in every command, and only
 * the exact form means something.
 */
class OtherSpellingsTest {
    private static final List<String> OTHERS =
            List.of(
                    "#USER.support.INBOX",
                    "#User.support.Other",
                    "#uSeR.support.x",
                    "#USER.alice.INBOX",
                    "#USER.alice.x",
                    "#user.alice.INBOX",
                    "#user.alice.x",
                    "#user.alice@example__com.x",
                    "#USER",
                    "#USER.support",
                    "#user/support/INBOX",
                    "#USER/support/INBOX",
                    "#user/alice/x",
                    "#user support.x",
                    "#users.support.x",
                    "#userx");

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();
    @RegisterExtension final ServerLog log = new ServerLog();

    private ImapClient alice;

    @BeforeEach
    void aliceMayDoAnything() {
        imap.james()
                .with(ALICE, BOB, SUPPORT)
                .withFolders(ALICE, "INBOX", "x")
                .withFolders(SUPPORT, "INBOX", "Other", "x");
        imap.james().deliver(SUPPORT, "INBOX");
        imap.give(SUPPORT, ALICE, "lrswikxtea");
        alice = imap.signIn(ALICE);
        alice.send("SELECT #user.support.INBOX");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE %s",
                "DELETE %s",
                "RENAME %s #user.support.New",
                "RENAME %s New",
                "SELECT %s",
                "EXAMINE %s",
                "STATUS %s (MESSAGES)",
                "APPEND %s {4+}\r\nmail",
                "COPY 1 %s",
                "UID COPY 1 %s",
                "MOVE 1 %s",
                "UID MOVE 1 %s",
                "SUBSCRIBE %s",
                "GETACL %s",
                "SETACL %s bob lr",
                "DELETEACL %s bob",
                "LISTRIGHTS %s bob",
                "MYRIGHTS %s",
                "GETMETADATA %s /shared/comment",
                "SETMETADATA %s (/shared/comment NIL)",
                "GETQUOTAROOT %s"
            })
    void theyNameNothing(String command) {
        for (String name : OTHERS) {
            String sent = String.format(command, "\"" + name + "\"");

            assertThat(alice.result(sent)).as(sent).startsWith("NO [NONEXISTENT] ");
        }
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RENAME #user.support.Other %s", "RENAME x %s"})
    void nothingIsRenamedToThem(String command) {
        for (String name : OTHERS) {
            String sent = String.format(command, "\"" + name + "\"");

            assertThat(alice.result(sent)).as(sent).startsWith("NO [CANNOT] ");
        }
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LIST \"\" %s",
                "LSUB \"\" %s",
                "LIST (SUBSCRIBED) \"\" %s",
                "UNSUBSCRIBE %s"
            })
    void nothingIsListedByThem(String command) {
        for (String name : OTHERS) {
            String sent = String.format(command, "\"" + name + "\"");

            assertThat(alice.send(sent)).as(sent).hasSize(1).first().asString().startsWith("a OK ");
        }
        assertNothingHappened();
    }

    private void assertNothingHappened() {
        assertThat(imap.james().foldersOf(ALICE)).containsExactlyInAnyOrder("INBOX", "x");
        assertThat(imap.james().foldersOf(SUPPORT))
                .containsExactlyInAnyOrder("INBOX", "Other", "x");
        assertThat(log.complaints()).isEmpty();
    }
}
