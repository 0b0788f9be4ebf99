/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

/** Alice and two mails in support that she is to copy or move. */
abstract class TransferFixture {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    ImapClient alice;

    @BeforeEach
    void twoMailsInSupportAndOneOfAlices() {
        imap.james()
                .with(ALICE, SUPPORT, SALES)
                .withFolders(ALICE, "INBOX", "Notes")
                .withFolders(SALES, "INBOX")
                .withFolders(SUPPORT, "INBOX", "Archive");
        imap.james().deliver(SUPPORT, "INBOX");
        imap.james().deliver(SUPPORT, "INBOX");
        imap.james().deliver(ALICE, "INBOX");
        alice = imap.signIn(ALICE);
    }

    void aliceOpensItWith(String rights) {
        imap.give(SUPPORT, ALICE, rights);
        alice.send("SELECT #user.support.INBOX");
    }
}
