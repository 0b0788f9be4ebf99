/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import org.apache.james.core.quota.QuotaCountLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

class GetQuotaProcessorTest {
    private static final String REFUSED =
            "NO GETQUOTA You need the Read right to perform command GETQUOTA on mailbox Any"
                    + " mailbox of this user USER.";

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void everybodyMayKeepFiveMails() throws Exception {
        imap.james()
                .with(ALICE, SUPPORT)
                .withFolders(SUPPORT, "INBOX", "Archive")
                .withFolders(ALICE, "INBOX");
        imap.james().deliver(SUPPORT, "INBOX");
        imap.james().mailboxes.getMaxQuotaManager().setGlobalMaxMessage(QuotaCountLimit.count(5));
        alice = imap.signIn(ALICE);
    }

    @Test
    void whoMayReadAFolderIsToldTheQuotaOfItsOwner() {
        imap.give(SUPPORT, ALICE, "r", "Archive");

        assertThat(alice.send("GETQUOTA #private&support@example.com"))
                .containsExactly(
                        "* QUOTA #private&support@example.com (MESSAGE 1 5)",
                        "a OK GETQUOTA completed.");
    }

    @Test
    void whoMayReadNothingIsRefusedByJames() {
        imap.give(SUPPORT, ALICE, "lswitkxea");

        assertThat(alice.send("GETQUOTA #private&support@example.com"))
                .containsExactly("a " + REFUSED);
    }

    @Test
    void whoIsNoDelegateIsRefusedByJames() {
        assertThat(alice.result("GETQUOTA #private&support@example.com")).isEqualTo(REFUSED);
        assertThat(alice.result("GETQUOTA nothing")).startsWith("BAD ");
    }

    @Test
    void theOwnQuotaIsToldAsEver() {
        int asked = imap.delegationsAsked();

        assertThat(alice.send("GETQUOTA #private&alice@example.com"))
                .containsExactly(
                        "* QUOTA #private&alice@example.com (MESSAGE 0 5)",
                        "a OK GETQUOTA completed.");
        assertThat(imap.delegationsAsked()).isEqualTo(asked);
    }
}
