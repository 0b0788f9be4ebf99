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
import org.sharedmailbox.policy.DelegationPolicy;

class SetACLProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aliceWithTwoFoldersAndSupport() {
        imap.james()
                .with(ALICE, BOB, SUPPORT)
                .withFolders(ALICE, "INBOX", "Notes")
                .withFolders(SUPPORT, "INBOX");
        alice = imap.signIn(ALICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@example.com", "bob", "BOB", "Bob@Example.COM"})
    void anOwnerSharesAFolderWithSomebodyByAnyOfTheirNames(String identifier) {
        assertThat(alice.send("SETACL Notes " + identifier + " lr"))
                .containsExactly("a OK SETACL completed.");

        ImapClient bob = imap.signIn(BOB);
        assertThat(bob.result("SELECT #user.alice.Notes")).startsWith("OK ");
        assertThat(bob.result("SELECT #user.alice.INBOX")).isEqualTo(NONEXISTENT);
        assertThat(imap.audited(ALICE))
                .containsExactly(
                        "alice@example.com delegation.granted {rights=[], access=lr Notes}");
    }

    @Test
    void whoAdministersLetsSomebodyIn() {
        imap.grant(SUPPORT, ALICE, DelegationRight.MANAGE_MEMBERS);

        assertThat(alice.result("SETACL #user.support.INBOX bob lr"))
                .isEqualTo("OK SETACL completed.");
        assertThat(imap.signIn(BOB).result("SELECT #user.support.INBOX")).startsWith("OK ");
    }

    @Test
    void withoutTheRightNobodyIsLetInAndItIsRecorded() {
        imap.grant(SUPPORT, ALICE, DelegationRight.READ_AND_MANAGE);

        assertThat(alice.result("SETACL #user.support.INBOX bob lr")).isEqualTo(NOPERM);
        assertThat(imap.signIn(BOB).result("SELECT #user.support.INBOX")).isEqualTo(NONEXISTENT);
        assertThat(imap.audited(SUPPORT))
                .containsExactly("alice@example.com access.denied {command=SETACL, folder=INBOX}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#user.support.INBOX", "#user.support", "#user.bob.INBOX", "#user"})
    void whatMayNotBeKnownIsNone(String name) {
        assertThat(alice.result("SETACL " + name + " bob lr")).isEqualTo(NONEXISTENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bob lry     | BAD SETACL 'y' is not a right; the rights are lrswipkxtea",
                "alice lr    | NO [CANNOT] alice@example.com is the owner and always holds all"
                        + " rights.",
                "anyone lr   | NO [CANNOT] 'anyone' is not supported; name each user who is to"
                        + " have access.",
                "anonymous r | NO [CANNOT] 'anonymous' is not supported; name each user who is to"
                        + " have access.",
                "-bob lr     | NO [CANNOT] Negative rights are not supported; take rights away"
                        + " with SETACL or DELETEACL.",
                "a@b@c lr    | NO [CANNOT] There is no user of that name.",
                "nobody lr   | NO [CANNOT] There is no user or shared mailbox nobody@example.com",
            })
    void whatCannotBeGrantedIsToldWithTheReason(String grant, String answer) {
        assertThat(alice.send("SETACL Notes " + grant)).containsExactly("a " + answer);
        assertThat(imap.audited(ALICE)).isEmpty();
    }

    @Test
    void whatThePolicyForbidsIsNoPermission() {
        imap.stores()
                .givenPolicy(
                        "example.com",
                        DelegationPolicy.builtIn().toBuilder().personalDelegation(false).build());

        assertThat(alice.result("SETACL Notes bob lr"))
                .startsWith("NO [NOPERM] The policy of ")
                .isNotEqualTo(NOPERM);
        assertThat(imap.audited(ALICE))
                .containsExactly("alice@example.com access.denied {command=SETACL, folder=Notes}");
    }

    @Test
    void anOwnFolderThatIsNotThereIsAbsentInTheWordsOfJames() {
        assertThat(alice.result("SETACL Nowhere bob lr"))
                .isEqualTo("NO SETACL failed. Mailbox not found.");
    }
}
