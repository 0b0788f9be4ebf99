/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.model.DelegationRight;

class NamespaceProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    @Test
    void everybodyIsToldWhereToLookAndNothingIsAskedFor() {
        imap.james().with(ALICE, BOB, SUPPORT).withFolders(SUPPORT, "INBOX");
        imap.grant(SUPPORT, ALICE, DelegationRight.READ);

        for (ImapClient client : List.of(imap.signIn(ALICE), imap.signIn(BOB))) {
            assertThat(client.send("NAMESPACE"))
                    .containsExactly(
                            "* NAMESPACE ((\"\" \".\")) ((\"#user.\" \".\")) NIL",
                            "a OK NAMESPACE completed.");
        }
        assertThat(imap.delegationsAsked()).isZero();
    }
}
