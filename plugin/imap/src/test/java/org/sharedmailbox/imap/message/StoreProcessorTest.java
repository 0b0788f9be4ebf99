/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NOPERM;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class StoreProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void twoMailsInASharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX");
        imap.james().deliver(SUPPORT, "INBOX");
        imap.james().deliver(SUPPORT, "INBOX");
        alice = imap.signIn(ALICE);
    }

    private void aliceOpensItWith(String rights) {
        imap.give(SUPPORT, ALICE, rights);
        alice.send("SELECT #user.support.INBOX");
    }

    @ParameterizedTest
    @CsvSource({
        "lrswt, (\\Deleted \\Flagged \\Recent \\Seen foo)",
        "lrs, (\\Recent \\Seen)",
        "lrt, (\\Deleted \\Recent)",
        "lrw, (\\Flagged \\Recent foo)",
    })
    void onlyThePermittedFlagsAreSet(String rights, String flags) {
        aliceOpensItWith(rights);

        assertThat(alice.send("STORE 1 +FLAGS (\\Seen \\Flagged \\Deleted foo)"))
                .contains("* 1 FETCH (FLAGS " + flags + ")")
                .endsWith("a OK STORE completed.");
    }

    @ParameterizedTest
    @CsvSource({
        "lrie, +FLAGS (\\Seen)",
        "lrie, FLAGS ()",
        "lrwt, +FLAGS (\\Seen)",
        "lrwt, -FLAGS.SILENT (\\Seen)",
        "lrs, -FLAGS (\\Deleted foo)",
    })
    void ifNoneIsPermittedItIsRefusedAndRecorded(String rights, String change) {
        aliceOpensItWith(rights);

        assertThat(alice.send("STORE 1 " + change)).containsExactly("a " + NOPERM);
        assertThat(alice.send("FETCH 1 (FLAGS)")).contains("* 1 FETCH (FLAGS (\\Recent))");
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com access.denied {command=STORE, folder=INBOX}");
    }

    /** Of all flags at once, those that may not be touched stay as they are. */
    @ParameterizedTest
    @CsvSource({
        "lrs, (\\Seen), (\\Deleted \\Flagged \\Seen foo)",
        "lrs, (\\Answered), (\\Deleted \\Flagged foo)",
        "lrt, (\\Answered), (\\Flagged \\Seen foo)",
        "lrw, (\\Answered bar), (\\Answered \\Deleted \\Seen bar)",
        "lrwst, (\\Answered), (\\Answered)",
        "lrw, (), (\\Deleted \\Seen)",
    })
    void whoReplacesAllFlagsReplacesThePermittedOnes(
            String rights, String stored, String expected) {
        ImapClient support = imap.signIn(SUPPORT);
        support.send("SELECT INBOX");
        support.send("STORE 1 FLAGS (\\Seen \\Flagged \\Deleted foo)");
        aliceOpensItWith(rights);

        assertThat(alice.send("STORE 1 FLAGS " + stored))
                .contains("* 1 FETCH (FLAGS " + expected + ")")
                .endsWith("a OK STORE completed.")
                .filteredOn(line -> line.startsWith("a ") || line.contains(" FETCH "))
                .hasSize(2);
    }

    @Test
    void silenceIsKeptInBothSteps() {
        aliceOpensItWith("lrsw");

        assertThat(alice.send("STORE 1 FLAGS.SILENT (\\Seen)"))
                .containsExactly("a OK STORE completed.");
        assertThat(alice.send("FETCH 1 (FLAGS)")).contains("* 1 FETCH (FLAGS (\\Recent \\Seen))");
    }

    @Test
    void replacingSomeFlagsCannotDependOnAModSequence() {
        aliceOpensItWith("lrs");

        assertThat(alice.result("STORE 1 (UNCHANGEDSINCE 9) FLAGS (\\Seen)"))
                .isEqualTo(
                        "NO [CANNOT] You may change only some flags here: use +FLAGS or -FLAGS"
                                + " with UNCHANGEDSINCE.");
        assertThat(alice.result("STORE 1 (UNCHANGEDSINCE 9) +FLAGS (\\Seen)"))
                .isEqualTo("OK STORE completed.");
    }

    @Test
    void aNewKeywordIsToldWithThePermittedFlags() {
        aliceOpensItWith("lrw");

        assertThat(alice.send("STORE 1 +FLAGS (foo)"))
                .contains(
                        "* FLAGS (\\Answered \\Deleted \\Draft \\Flagged \\Seen foo)",
                        "* OK [PERMANENTFLAGS (\\Answered \\Draft \\Flagged foo \\*)] Limited");
    }

    @Test
    void uidsNameTheMessagesToo() {
        aliceOpensItWith("lrs");

        assertThat(alice.send("UID STORE 2 +FLAGS (\\Seen)"))
                .contains("* 2 FETCH (FLAGS (\\Recent \\Seen) UID 2)");
    }

    @Test
    void rightsThatWereReducedApplyAtTheNextCommand() {
        aliceOpensItWith("lrs");
        imap.give(SUPPORT, ALICE, "lr");

        assertThat(alice.result("STORE 1 +FLAGS (\\Seen)")).isEqualTo(NOPERM);
    }

    @Test
    void ownFlagsAreStoredAsEver() {
        imap.james().withFolders(ALICE, "INBOX").deliver(ALICE, "INBOX");
        alice.send("SELECT INBOX");

        assertThat(alice.result("STORE 1 FLAGS (\\Seen)")).isEqualTo("OK STORE completed.");
    }
}
