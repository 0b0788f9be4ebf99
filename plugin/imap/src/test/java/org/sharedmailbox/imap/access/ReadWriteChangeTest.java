/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

/** Rights that grow and shrink in an open session. */
class ReadWriteChangeTest {
    private static final String READ_WRITE = "* OK [READ-WRITE] You may now change this mailbox.";
    private static final String READ_ONLY = "* OK [READ-ONLY] You may only read this mailbox now.";

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void oneMailThatAliceMayRead() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX").deliver(SUPPORT, "INBOX");
        imap.give(SUPPORT, ALICE, "lr");
        alice = imap.signIn(ALICE);
    }

    @Test
    void whatWasOpenedReadOnlyBecomesWritable() {
        assertThat(alice.result("SELECT #user.support.INBOX")).startsWith("OK [READ-ONLY]");
        assertThat(alice.result("STORE 1 +FLAGS (\\Seen)")).startsWith("NO [NOPERM]");
        imap.give(SUPPORT, ALICE, "lrs");

        assertThat(alice.send("STORE 1 +FLAGS (\\Seen)"))
                .containsSubsequence(
                        READ_WRITE,
                        "* OK [PERMANENTFLAGS (\\Seen)] Limited",
                        "a OK STORE completed.")
                .anyMatch(line -> line.contains("\\Seen") && line.contains("FETCH"));
        assertThat(alice.send("NOOP")).doesNotContain(READ_WRITE);
    }

    @Test
    void andBackAgain() {
        imap.give(SUPPORT, ALICE, "lrsw");
        assertThat(alice.result("SELECT #user.support.INBOX")).startsWith("OK [READ-WRITE]");
        imap.give(SUPPORT, ALICE, "lr");

        assertThat(alice.send("NOOP"))
                .containsExactly(
                        READ_ONLY,
                        "* OK [PERMANENTFLAGS ()] No permanent flags permitted",
                        "a OK NOOP completed.");
        assertThat(alice.result("STORE 1 +FLAGS (\\Seen)")).startsWith("NO [NOPERM]");
    }

    @Test
    void whatIsExaminedStaysReadOnly() {
        alice.send("EXAMINE #user.support.INBOX");
        imap.give(SUPPORT, ALICE, "lrswite");

        assertThat(alice.send("NOOP")).containsExactly("a OK NOOP completed.");
        assertThat(alice.result("STORE 1 +FLAGS (\\Seen)")).startsWith("NO [NOPERM]");
    }

    @Test
    void aChangeThatLeavesItWritableIsNotTold() {
        imap.give(SUPPORT, ALICE, "lrs");
        alice.send("SELECT #user.support.INBOX");
        imap.give(SUPPORT, ALICE, "lrsw");

        assertThat(alice.send("NOOP")).containsExactly("a OK NOOP completed.");
        assertThat(alice.result("STORE 1 +FLAGS (\\Flagged)")).isEqualTo("OK STORE completed.");
    }
}
