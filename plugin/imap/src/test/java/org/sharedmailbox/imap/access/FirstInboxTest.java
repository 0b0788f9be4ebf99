/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

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

/** The INBOX of an owner who has never signed in (RFC 3501 §5.1): James makes it late. */
class FirstInboxTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void nobodyHasSignedInToTheMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(ALICE, "INBOX");
        imap.james().deliver(ALICE, "INBOX");
        alice = imap.signIn(ALICE);
        assertThat(imap.james().foldersOf(SUPPORT)).isEmpty();
    }

    @Test
    void itIsListed() {
        imap.give(SUPPORT, ALICE, "lr");

        assertThat(alice.send("LIST \"\" #user.*"))
                .containsExactly(
                        "* LIST (\\HasNoChildren) \".\" \"#user.support.INBOX\"",
                        "a OK LIST completed.");
        assertThat(alice.send("LIST \"\" #user.* RETURN (STATUS (MESSAGES))"))
                .contains("* STATUS \"#user.support.INBOX\" (MESSAGES 0)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT #user.support.INBOX",
                "EXAMINE #user.support.INBOX",
                "STATUS #user.support.INBOX (MESSAGES)",
                "GETQUOTAROOT #user.support.INBOX",
                "MYRIGHTS #user.support.INBOX",
                "SUBSCRIBE #user.support.INBOX",
                "APPEND #user.support.INBOX {16+}\r\nSubject: x\r\n\r\nx\r\n",
                "COPY 1 #user.support.INBOX",
                "MOVE 1 #user.support.INBOX"
            })
    void whoMayUsesItAsAnyOther(String command) {
        imap.give(SUPPORT, ALICE, "lrswikxte", "INBOX");
        assertThat(alice.result("SELECT INBOX")).startsWith("OK ");

        assertThat(alice.result(command)).startsWith("OK ");

        assertThat(alice.result("SELECT #user.support.INBOX")).startsWith("OK ");
    }

    @Test
    void whatIsPutThereIsThere() {
        imap.give(SUPPORT, ALICE, "lri", "INBOX");
        alice.send("SELECT INBOX");

        assertThat(alice.result("COPY 1 #user.support.INBOX")).startsWith("OK [COPYUID ");

        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
    }

    @Test
    void aFolderBelowItCanBeMade() {
        imap.give(SUPPORT, ALICE, "lrk", "INBOX");

        assertThat(alice.result("CREATE #user.support.INBOX.Done")).startsWith("OK ");

        assertThat(imap.james().foldersOf(SUPPORT)).contains("INBOX.Done");
    }

    @Test
    void nobodyMakesItWithoutARight() {
        imap.give(SUPPORT, ALICE, "lr", "Elsewhere");

        assertThat(alice.result("STATUS #user.support.INBOX (MESSAGES)")).isEqualTo(NONEXISTENT);
        assertThat(alice.result("SELECT #user.support.INBOX")).isEqualTo(NONEXISTENT);

        assertThat(imap.james().foldersOf(SUPPORT)).isEmpty();
    }
}
