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

class GetMetadataProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aSharedMailboxWithAComment() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX").withFolders(ALICE, "INBOX");
        imap.signIn(SUPPORT).send("SETMETADATA INBOX (/shared/comment \"ours\")");
        alice = imap.signIn(ALICE);
    }

    @Test
    void aReaderReadsASharedEntryUnderTheNameThatTheyKnow() {
        imap.give(SUPPORT, ALICE, "r");

        assertThat(alice.send("GETMETADATA #user.support.INBOX /shared/comment"))
                .containsExactly(
                        "* METADATA \"#user.support.INBOX\" (/shared/comment \"ours\")",
                        "a OK GETMETADATA completed.");
    }

    @Test
    void withoutTheRightItIsRefusedAndRecorded() {
        imap.give(SUPPORT, ALICE, "lswitkxea");

        assertThat(alice.send("GETMETADATA #user.support.INBOX /shared/comment"))
                .containsExactly("a " + NOPERM);
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com access.denied {command=GETMETADATA, folder=INBOX}");
    }

    @Test
    void whoMayNotSeeTheFolderIsToldThatThereIsNone() {
        imap.give(SUPPORT, ALICE, "w");

        assertThat(alice.result("GETMETADATA #user.support.INBOX /shared/comment"))
                .isEqualTo(NONEXISTENT);
    }

    /** Without an entry all are meant, private ones too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/private/comment",
                "(/shared/comment /private/comment)",
                "/sharedx/comment",
                "",
            })
    void entriesThatAreNotSharedAreTheOwnersAlone(String entries) {
        imap.give(SUPPORT, ALICE, "lrswitkxea");

        assertThat(alice.send("GETMETADATA \"#user.support.INBOX\" " + entries))
                .containsExactly("a " + NOPERM);
    }

    @Test
    void ownEntriesAreReadAsEver() {
        alice.send("SETMETADATA INBOX (/private/comment \"mine\")");

        assertThat(alice.send("GETMETADATA INBOX /private/comment"))
                .containsExactly(
                        "* METADATA \"INBOX\" (/private/comment \"mine\")",
                        "a OK GETMETADATA completed.");
    }
}
