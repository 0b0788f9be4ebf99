/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.ServerLog;

/** Names of other owners' folders that are no names, in every command that takes one. */
class BrokenNamesTest {
    /** What is no modified UTF-7 (RFC 3501 §5.1.3), and what is none of Unicode. */
    private static final List<String> BROKEN =
            List.of(
                    "&!!!-",
                    "&",
                    "&AO",
                    "&AOk",
                    "&AO!-",
                    "&=-",
                    "&AOk=-",
                    "&///-",
                    "&/,8-",
                    "&A-",
                    "&AAAA-",
                    "&AOl-",
                    "&AOk-&AOk-",
                    "&AOk-x&AOk",
                    "&Jjo!",
                    "x&y",
                    "&2D0-",
                    "&3gA-",
                    "&3gDYPQ-",
                    // What has to be written as itself: A, ., &, é with a blank.
                    "&AEE-",
                    "INBO&AFg-",
                    "x&AC4-y",
                    "&ACY-",
                    "&AOkAIA-");

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();
    @RegisterExtension final ServerLog log = new ServerLog();

    private ImapClient alice;

    @BeforeEach
    void aliceMayDoAnything() {
        imap.james()
                .with(ALICE, BOB, SUPPORT)
                .withFolders(ALICE, "INBOX")
                .withFolders(SUPPORT, "INBOX", "Other");
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
                "RENAME #user.support.Other %s",
                "SELECT %s",
                "EXAMINE %s",
                "STATUS %s (MESSAGES)",
                "APPEND %s {4+}\r\nmail",
                "COPY 1 %s",
                "UID COPY 1 %s",
                "MOVE 1 %s",
                "UID MOVE 1 %s",
                "SUBSCRIBE %s",
                "UNSUBSCRIBE %s",
                "LIST \"\" %s",
                "LIST %s *",
                "LSUB \"\" %s",
                "GETACL %s",
                "SETACL %s bob lr",
                "DELETEACL %s bob",
                "LISTRIGHTS %s bob",
                "MYRIGHTS %s",
                "GETMETADATA %s /shared/comment",
                "SETMETADATA %s (/shared/comment NIL)",
                "GETQUOTAROOT %s"
            })
    void aNameThatIsNoneIsBad(String command) {
        for (String broken : BROKEN) {
            for (String prefix : List.of("#user.support.", "#user.support.Other.", "#user.")) {
                String sent = String.format(command, "\"" + prefix + broken + "\"");

                assertThat(alice.result(sent)).as(sent).startsWith("BAD ");
            }
        }
        assertThat(imap.james().foldersOf(SUPPORT)).containsExactlyInAnyOrder("INBOX", "Other");
        assertThat(log.complaints()).isEmpty();
    }

    /** James would read them as names of another owner's folders. */
    @ParameterizedTest
    @ValueSource(strings = {"&ACM-user.support.Other", "#user&AC4-support.Other"})
    void aNameOfWhichTheNamespaceIsEncodedIsBad(String name) {
        assertThat(alice.result("CREATE " + name + ".x")).startsWith("BAD ");
        assertThat(alice.result("STATUS " + name + " (MESSAGES)")).startsWith("BAD ");
        assertThat(alice.result("RENAME #user.support.Other " + name + "2")).startsWith("BAD ");
        assertThat(alice.result("UID COPY 1 " + name)).startsWith("BAD ");
        assertThat(alice.result("MYRIGHTS " + name)).startsWith("BAD ");
        assertThat(imap.james().foldersOf(SUPPORT)).containsExactlyInAnyOrder("INBOX", "Other");
    }

    /** What one's own folders can be called is James's to say. */
    @Test
    void anOwnNameIsReadAsJamesReadsIt() {
        assertThat(alice.result("STATUS INBO&AFg- (MESSAGES)")).startsWith("OK ");
        assertThat(alice.result("LIST \"\" INBO&AFg-")).startsWith("OK ");
    }

    @Test
    void aNameCanBeALiteral() {
        assertThat(alice.result("SELECT {19}\r\n#user.support.INBOX")).startsWith("OK ");
        assertThat(alice.result("CREATE {23+}\r\n#user.support.INBO&AFg-")).startsWith("BAD ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&AOk-", "&2D3eAA-", "&-", "a&-b", "&Jjo-x&Jjo-"})
    void aNameInModifiedUtf7IsOne(String name) {
        assertThat(alice.result("CREATE #user.support." + name)).startsWith("OK ");
        assertThat(alice.result("SELECT #user.support." + name)).startsWith("OK ");
        assertThat(alice.send("LIST \"\" #user.support." + name))
                .contains("* LIST (\\HasNoChildren) \".\" \"#user.support." + name + "\"");
    }

    /** Nobody could name it. */
    @Test
    void aFolderWhoseNameIsNoneIsNotListed() {
        ImapClient support = imap.signIn(SUPPORT);
        assertThat(support.result("CREATE &!!!-")).startsWith("OK ");

        assertThat(alice.send("LIST \"\" #user.support.*"))
                .containsExactly(
                        "* LIST (\\HasNoChildren) \".\" \"#user.support.INBOX\"",
                        "* LIST (\\HasNoChildren) \".\" \"#user.support.Other\"",
                        "a OK LIST completed.");
    }
}
