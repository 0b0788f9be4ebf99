/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;
import static org.sharedmailbox.imap.Refusals.NOPERM;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.model.DelegationRight;

class DeleteACLProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;
    private ImapClient bob;

    @BeforeEach
    void supportThatBobReads() {
        imap.james()
                .with(ALICE, BOB, SUPPORT)
                .withFolders(ALICE, "INBOX", "Notes")
                .withFolders(SUPPORT, "INBOX");
        imap.grant(SUPPORT, BOB, DelegationRight.READ);
        alice = imap.signIn(ALICE);
        bob = imap.signIn(BOB);
    }

    private boolean bobReads(String folder) {
        return bob.result("SELECT " + folder).startsWith("OK ");
    }

    @Test
    void anOwnerTakesAFolderBack() {
        alice.send("SETACL Notes bob lr");
        assertThat(bobReads("#user.alice.Notes")).isTrue();

        assertThat(alice.send("DELETEACL Notes bob")).containsExactly("a OK DELETEACL completed.");
        assertThat(bobReads("#user.alice.Notes")).isFalse();
    }

    @Test
    void whoAdministersAllEndsTheDelegation() {
        imap.grant(SUPPORT, ALICE, DelegationRight.MANAGE_MEMBERS);

        assertThat(alice.result("DELETEACL #user.support bob"))
                .isEqualTo("OK DELETEACL completed.");
        assertThat(bobReads("#user.support.INBOX")).isFalse();
        assertThat(imap.audited(SUPPORT))
                .singleElement()
                .asString()
                .startsWith("alice@example.com delegation.revoked ");
    }

    @ParameterizedTest
    @CsvSource({"#user.support.INBOX, INBOX", "#user.support, all folders"})
    void withoutTheRightNobodyIsThrownOutAndItIsRecorded(String name, String folder) {
        imap.grant(SUPPORT, ALICE, DelegationRight.READ_AND_MANAGE);

        assertThat(alice.result("DELETEACL " + name + " bob")).isEqualTo(NOPERM);
        assertThat(bobReads("#user.support.INBOX")).isTrue();
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com access.denied {command=DELETEACL, folder="
                                + folder
                                + "}");
    }

    @Test
    void aMemberLeavesTheMailboxAsAWholeOnly() {
        assertThat(bob.result("DELETEACL #user.support.INBOX bob")).isEqualTo(NOPERM);
        assertThat(bobReads("#user.support.INBOX")).isTrue();

        assertThat(bob.result("DELETEACL #user.support bob")).isEqualTo("OK DELETEACL completed.");
        assertThat(bobReads("#user.support.INBOX")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#user.support.INBOX", "#user.support", "#user.nobody", "#user"})
    void whatMayNotBeKnownIsNone(String name) {
        assertThat(alice.result("DELETEACL " + name + " bob")).isEqualTo(NONEXISTENT);
        assertThat(alice.result("DELETEACL " + name + " alice")).isEqualTo(NONEXISTENT);
    }

    @Test
    void theOwnerCannotBeNamed() {
        assertThat(alice.result("DELETEACL INBOX alice"))
                .isEqualTo(
                        "NO [CANNOT] alice@example.com is the owner and always holds all rights.");
    }

    @Test
    void anOwnFolderThatIsNotThereIsAbsentInTheWordsOfJames() {
        assertThat(alice.result("DELETEACL Nowhere bob"))
                .isEqualTo("NO DELETEACL failed. Mailbox not found.");
    }
}
