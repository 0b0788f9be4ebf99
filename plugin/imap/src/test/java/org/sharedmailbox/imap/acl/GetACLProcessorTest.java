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

class GetACLProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void supportThatBobReads() {
        imap.james()
                .with(ALICE, BOB, SUPPORT)
                .withFolders(ALICE, "INBOX")
                .withFolders(SUPPORT, "INBOX");
        imap.grant(SUPPORT, BOB, DelegationRight.READ);
        alice = imap.signIn(ALICE);
    }

    @Test
    void whoAdministersIsToldTheDelegatesUnderTheNameThatTheyKnow() {
        imap.grant(SUPPORT, ALICE, DelegationRight.MANAGE_MEMBERS);

        assertThat(alice.send("GETACL #user.support.INBOX"))
                .containsExactly(
                        "* ACL \"#user.support.INBOX\" \"support@example.com\""
                                + " \"lrswipkxtecda\" \"alice@example.com\" \"la\""
                                + " \"bob@example.com\" \"lr\"",
                        "a OK GETACL completed.");
        assertThat(alice.result("GETACL #user.support")).isEqualTo("OK GETACL completed.");
    }

    @ParameterizedTest
    @CsvSource({"#user.support.INBOX, INBOX", "#user.support, all folders"})
    void withoutTheRightItIsRefusedAndRecorded(String name, String folder) {
        imap.grant(SUPPORT, ALICE, DelegationRight.READ_AND_MANAGE);

        assertThat(alice.send("GETACL " + name)).containsExactly("a " + NOPERM);
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com access.denied {command=GETACL, folder=" + folder + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#user",
                "#user.nobody",
                "#user.support",
                "#user.support.INBOX",
                "#user.support.Nowhere",
                "#shared.x",
            })
    void whatMayNotBeKnownIsNone(String name) {
        assertThat(alice.result("GETACL " + name)).isEqualTo(NONEXISTENT);
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @Test
    void theOwnerIsToldThemselvesFirst() {
        imap.grant(ALICE, BOB, DelegationRight.READ);

        assertThat(alice.send("GETACL INBOX"))
                .containsExactly(
                        "* ACL \"INBOX\" \"alice@example.com\" \"lrswipkxtecda\""
                                + " \"bob@example.com\" \"lr\"",
                        "a OK GETACL completed.");
    }

    @Test
    void anOwnFolderThatIsNotThereIsAbsentInTheWordsOfJames() {
        assertThat(alice.result("GETACL Nowhere"))
                .isEqualTo("NO GETACL failed. Mailbox not found.");
    }
}
