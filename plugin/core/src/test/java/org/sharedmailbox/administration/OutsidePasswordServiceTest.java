/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.james.JamesInMemory.PASSWORD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.mailbox.MailboxFilter;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.paging.Slice;

/** Somebody has given support@, which nobody is to sign in to, a password past the plugin. */
class OutsidePasswordServiceTest extends SharedMailboxServiceFixture {
    private static final String HOW = "seen to sign in";

    private Plugin plugin;

    @BeforeEach
    void supportIsBlockedAndSomebodyHasAPassword() {
        plugin = plugin();
        put(DEFAULTS);
        james.accounts().setPassword(SUPPORT, "from outside");
        plugin.outsidePasswords.noticed(SUPPORT, HOW, ADMINISTRATOR);
    }

    @Test
    void itIsCalledWhatItIs() {
        assertThat(stored().signInName()).isEqualTo("outside");
        assertThat(stored().signIn()).isEqualTo(SignIn.BLOCKED);
        assertThat(actions())
                .containsExactly(AuditAction.MAILBOX_CHANGED, AuditAction.MAILBOX_CREATED);
        assertThat(audit().get(0).details())
                .containsEntry("signIn", "outside")
                .containsEntry("because", HOW);
        assertThat(announced).endsWith("support@example.com support@example.com");
        assertThat(listed()).isEqualTo(1);
    }

    @Test
    void itIsBlockedAgain() {
        assertThat(plugin.outsidePasswords.block(SUPPORT, "reconciled", ADMINISTRATOR)).isTrue();

        assertThat(stored().signInName()).isEqualTo("blocked");
        assertThat(james.canSignIn(SUPPORT, "from outside")).isFalse();
        assertThat(audit().get(0).details())
                .containsEntry("signIn", "blocked")
                .containsEntry("because", "reconciled");
        assertThat(listed()).isZero();
        assertThat(plugin.outsidePasswords.block(SUPPORT, "again", ADMINISTRATOR)).isFalse();
        assertThat(actions()).hasSize(3);
    }

    @Test
    void aPasswordOfOursEndsIt() {
        put(SharedMailboxRequest.builder().password(PASSWORD).build());

        assertThat(stored().signInName()).isEqualTo("password");
    }

    @Test
    void aPasswordOfOursThatWasReplacedIsNotOursAnyMore() {
        put(SharedMailboxRequest.builder().password(PASSWORD).build());
        plugin.outsidePasswords.noticed(SUPPORT, HOW, ADMINISTRATOR);

        assertThat(stored().signInName()).isEqualTo("outside");
        assertThat(stored().signIn()).isEqualTo(SignIn.PASSWORD);
        assertThat(plugin.outsidePasswords.block(SUPPORT, "reconciled", ADMINISTRATOR))
                .as("somebody is to sign in")
                .isFalse();
    }

    @Test
    void aMailboxWithAPasswordThatIsRenamedHasThatOfItsNewAccount() {
        put(SharedMailboxRequest.builder().password(PASSWORD).build());

        plugin.accountRenames.renamed(SUPPORT, BOB, ADMINISTRATOR);

        assertThat(plugin.mailboxes.find(BOB).orElseThrow().signInName()).isEqualTo("outside");
    }

    @Test
    void peopleSetTheirPasswordsWithoutAWord() {
        plugin.outsidePasswords.noticed(ALICE, HOW, ADMINISTRATOR);

        assertThat(database.stores().auditLog().ofMailbox(ALICE, 10)).isEmpty();
    }

    private int listed() {
        return database.stores()
                .mailboxDirectory()
                .find(MailboxFilter.builder().passwordSetOutside(true).build(), Slice.of(0, 10))
                .total();
    }
}
