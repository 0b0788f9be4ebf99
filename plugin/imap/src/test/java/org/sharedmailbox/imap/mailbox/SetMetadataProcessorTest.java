/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;
import static org.sharedmailbox.imap.Refusals.NOPERM;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class SetMetadataProcessorTest {
    private static final String GET = "GETMETADATA INBOX (/shared/comment /private/comment)";

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;
    private ImapClient support;

    @BeforeEach
    void aSharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX").withFolders(ALICE, "INBOX");
        alice = imap.signIn(ALICE);
        support = imap.signIn(SUPPORT);
    }

    @Test
    void whoHoldsWWritesASharedEntryOfTheOwner() {
        imap.give(SUPPORT, ALICE, "w");

        assertThat(alice.send("SETMETADATA #user.support.INBOX (/shared/comment \"ours\")"))
                .containsExactly("a OK SETMETADATA completed.");
        assertThat(support.send(GET)).contains("* METADATA \"INBOX\" (/shared/comment \"ours\")");
    }

    @Test
    void withoutTheRightNothingIsWritten() {
        imap.give(SUPPORT, ALICE, "lrsitkxea");

        assertThat(alice.result("SETMETADATA #user.support.INBOX (/shared/comment \"ours\")"))
                .isEqualTo(NOPERM);
        assertThat(support.send(GET)).contains("* METADATA \"INBOX\"");
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com access.denied {command=SETMETADATA, folder=INBOX}");
    }

    @Test
    void whoMayNotSeeTheFolderIsToldThatThereIsNone() {
        imap.give(SUPPORT, ALICE, "r");

        assertThat(alice.result("SETMETADATA #user.support.INBOX (/shared/comment \"ours\")"))
                .isEqualTo(NONEXISTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/private/comment \"x\"",
                "/shared/comment \"x\" /private/comment \"x\"",
                "/sharedx/comment \"x\"",
            })
    void entriesThatAreNotSharedAreTheOwnersAlone(String entries) {
        imap.give(SUPPORT, ALICE, "lrswitkxea");

        assertThat(alice.result("SETMETADATA #user.support.INBOX (" + entries + ")"))
                .isEqualTo(NOPERM);
        assertThat(support.send(GET)).contains("* METADATA \"INBOX\"");
    }

    @Test
    void ownEntriesAreWrittenAsEver() {
        assertThat(alice.result("SETMETADATA INBOX (/private/comment \"mine\")"))
                .isEqualTo("OK SETMETADATA completed.");
        assertThat(alice.send(GET)).contains("* METADATA \"INBOX\" (/private/comment \"mine\")");
    }
}
