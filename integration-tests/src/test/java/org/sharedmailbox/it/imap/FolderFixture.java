/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJamesExtension;

/**
 * Support's mailbox on the server of a test class, with one mail in a folder in which alice may
 * work; folder and alice are new for each test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FolderFixture {
    static final String CLOSED = "* OK [CLOSED] Mailbox closed.";

    private final StockJamesExtension james;

    Company company;
    Person alice;

    /** As its owner calls it. */
    String folder;

    /** As alice calls it, quoted. */
    String name;

    /** The number of the running test, for what needs a name that no other test has used. */
    int test;

    FolderFixture(StockJamesExtension james) {
        this.james = james;
    }

    @BeforeAll
    void shareTheMailbox() {
        company = Company.on(james.server());
    }

    @BeforeEach
    void aliceMayWorkInAFolder() {
        test++;
        folder = "F" + test;
        name = "\"#user.support." + folder + "\"";
        company.owner(SUPPORT, "CREATE " + folder);
        company.files(SUPPORT, folder, "");
        alice = company.hires("alice" + test, "READ_AND_MANAGE");
    }

    /** A connection of alice's that has the folder selected. */
    RawImap opened() {
        RawImap imap = alice.imap();
        expectOk(imap.command("SELECT " + name));
        return imap;
    }
}
