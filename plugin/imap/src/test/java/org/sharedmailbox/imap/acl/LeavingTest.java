/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.model.DelegationRight;

/** Who has left somebody's mailbox is not let in again against their will. */
class LeavingTest {
    private static final String HAS_LEFT =
            "NO [CANNOT] bob@example.com has left this mailbox. Only an administrator can give them"
                    + " access to it again.";

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;
    private ImapClient bob;

    @BeforeEach
    void aliceSharesWithBob() {
        imap.james()
                .with(ALICE, BOB, CAROL, SUPPORT)
                .withFolders(ALICE, "INBOX", "Projects")
                .withFolders(SUPPORT, "INBOX");
        alice = imap.signIn(ALICE);
        bob = imap.signIn(BOB);
        assertThat(alice.result("SETACL INBOX bob lr")).startsWith("OK ");
    }

    private void bobLeaves() {
        assertThat(bob.result("DELETEACL #user.alice bob")).startsWith("OK ");
        assertThat(bob.send("LIST \"\" #user.*")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SETACL INBOX bob lr",
                "SETACL INBOX bob +r",
                "SETACL Projects bob lr",
                "SETACL #user.alice bob lr"
            })
    void theOwnerCannotLetThemInAgain(String command) {
        bobLeaves();

        assertThat(alice.result(command)).isEqualTo(HAS_LEFT);
        assertThat(bob.send("LIST \"\" #user.*")).hasSize(1);
        assertThat(alice.result("SETACL INBOX carol lr")).startsWith("OK ");
        assertThat(alice.result("DELETEACL INBOX bob")).startsWith("OK ");
        assertThat(alice.result("SETACL INBOX bob \"\"")).startsWith("OK ");
    }

    @Test
    void aManagerCannotLetThemInAgain() {
        imap.grant(ALICE, CAROL, DelegationRight.READ, DelegationRight.MANAGE_MEMBERS);
        bobLeaves();

        assertThat(imap.signIn(CAROL).result("SETACL #user.alice.INBOX bob lr"))
                .isEqualTo(HAS_LEFT);
    }

    @Test
    void anAdministratorCanAndThenTheOwnerCanChangeIt() {
        bobLeaves();

        imap.grant(ALICE, BOB, DelegationRight.READ);

        assertThat(bob.result("SELECT #user.alice.INBOX")).startsWith("OK ");
        assertThat(alice.result("SETACL INBOX bob lrs")).startsWith("OK ");
    }

    @Test
    void whomTheOwnerHasTakenOutCanBeLetInAgain() {
        assertThat(alice.result("DELETEACL INBOX bob")).startsWith("OK ");

        assertThat(alice.result("SETACL INBOX bob lr")).startsWith("OK ");
        assertThat(bob.send("LSUB \"\" #user.*")).hasSize(2);
    }

    @Test
    void aSharedMailboxLetsMembersInAgain() {
        imap.give(SUPPORT, ALICE, "lra");
        imap.give(SUPPORT, BOB, "lr");
        assertThat(bob.result("DELETEACL #user.support bob")).startsWith("OK ");

        assertThat(alice.result("SETACL #user.support.INBOX bob lr")).startsWith("OK ");
    }
}
