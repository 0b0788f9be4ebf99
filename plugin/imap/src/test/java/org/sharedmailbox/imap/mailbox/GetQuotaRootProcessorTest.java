/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;
import static org.sharedmailbox.imap.Refusals.NOPERM;

import org.apache.james.core.quota.QuotaCountLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class GetQuotaRootProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void everybodyMayKeepFiveMails() throws Exception {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX").withFolders(ALICE, "INBOX");
        imap.james().deliver(SUPPORT, "INBOX");
        imap.james().mailboxes.getMaxQuotaManager().setGlobalMaxMessage(QuotaCountLimit.count(5));
        alice = imap.signIn(ALICE);
    }

    @Test
    void aReaderIsToldTheQuotaOfTheOwner() {
        imap.give(SUPPORT, ALICE, "r");

        assertThat(alice.send("GETQUOTAROOT #user.support.INBOX"))
                .containsExactly(
                        "* QUOTAROOT \"#user.support.INBOX\" #private&support@example.com",
                        "* QUOTA #private&support@example.com (MESSAGE 1 5)",
                        "a OK GETQUOTAROOT completed.");
    }

    @Test
    void withoutTheRightItIsRefusedAndRecorded() {
        imap.give(SUPPORT, ALICE, "lswitkxea");

        assertThat(alice.send("GETQUOTAROOT #user.support.INBOX")).containsExactly("a " + NOPERM);
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com access.denied {command=GETQUOTAROOT, folder=INBOX}");
    }

    @Test
    void whoMayNotSeeTheFolderIsToldThatThereIsNone() {
        imap.give(SUPPORT, ALICE, "w");

        assertThat(alice.result("GETQUOTAROOT #user.support.INBOX")).isEqualTo(NONEXISTENT);
    }

    @Test
    void ownFoldersAreAskedForAsEver() {
        assertThat(alice.send("GETQUOTAROOT INBOX"))
                .containsExactly(
                        "* QUOTAROOT \"INBOX\" #private&alice@example.com",
                        "* QUOTA #private&alice@example.com (MESSAGE 0 5)",
                        "a OK GETQUOTAROOT completed.");
    }
}
