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
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.model.DelegationRight;

class ListRightsProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aliceAndSupport() {
        imap.james()
                .with(ALICE, BOB, SUPPORT)
                .withFolders(ALICE, "INBOX")
                .withFolders(SUPPORT, "INBOX");
        alice = imap.signIn(ALICE);
    }

    @Test
    void whoAdministersIsToldWhatCanBeGranted() {
        imap.grant(SUPPORT, ALICE, DelegationRight.MANAGE_MEMBERS);

        assertThat(alice.send("LISTRIGHTS #user.support.INBOX bob"))
                .containsExactly(
                        "* LISTRIGHTS \"#user.support.INBOX\" \"bob\" \"\""
                                + " \"l\" \"r\" \"s\" \"w\" \"i\" \"k\" \"x\" \"t\" \"e\" \"c\" \"d\" \"a\"",
                        "a OK LISTRIGHTS completed.");
    }

    @Test
    void theOwnerHoldsAllWhateverIsGranted() {
        imap.grant(SUPPORT, ALICE, DelegationRight.MANAGE_MEMBERS);

        assertThat(alice.send("LISTRIGHTS #user.support.INBOX support@example.com"))
                .containsExactly(
                        "* LISTRIGHTS \"#user.support.INBOX\" \"support@example.com\""
                                + " \"lrswipkxtecda\"",
                        "a OK LISTRIGHTS completed.");
    }

    @Test
    void withoutTheRightItIsRefusedAndRecorded() {
        imap.grant(SUPPORT, ALICE, DelegationRight.READ_AND_MANAGE);

        assertThat(alice.send("LISTRIGHTS #user.support.INBOX bob")).containsExactly("a " + NOPERM);
        assertThat(imap.audited(SUPPORT))
                .containsExactly(
                        "alice@example.com access.denied {command=LISTRIGHTS, folder=INBOX}");
    }

    @Test
    void whatMayNotBeKnownIsNone() {
        assertThat(alice.result("LISTRIGHTS #user.support.INBOX bob")).isEqualTo(NONEXISTENT);
        assertThat(alice.result("LISTRIGHTS #user.nobody.INBOX bob")).isEqualTo(NONEXISTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "anyone", "-bob"})
    void ofNobodyNothingIsTold(String identifier) {
        assertThat(alice.send("LISTRIGHTS INBOX " + identifier))
                .singleElement()
                .asString()
                .startsWith("a NO [CANNOT] ");
    }

    @Test
    void ownFoldersCanBeAskedAbout() {
        assertThat(alice.result("LISTRIGHTS INBOX bob")).isEqualTo("OK LISTRIGHTS completed.");
        assertThat(alice.result("LISTRIGHTS Nowhere bob"))
                .isEqualTo("NO LISTRIGHTS failed. Mailbox not found.");
    }
}
