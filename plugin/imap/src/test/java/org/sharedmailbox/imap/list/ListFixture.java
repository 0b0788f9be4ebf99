/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

/** Alice, who reads the folders of two mailboxes, and the responses that list them. */
abstract class ListFixture {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    ImapClient alice;

    @BeforeEach
    void aReaderOfTwoMailboxes() {
        imap.james()
                .with(ALICE, BOB, SUPPORT, SALES)
                .withFolders(ALICE, "INBOX")
                .withFolders(SALES, "INBOX")
                .withFolders(SUPPORT, "INBOX", "Archive.2026");
        imap.give(SALES, ALICE, "lr");
        imap.give(SUPPORT, ALICE, "lrsw");
        alice = imap.signIn(ALICE);
    }

    static String folder(String attributes, String name) {
        return "* LIST (" + attributes + ") \".\" \"" + name + "\"";
    }
}
