/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.util.List;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.SuspensionAction;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;

/** Bob becomes robert@, and what he gave and held follows. */
class AccountRenameServiceTest extends PluginFixture {
    private static final Username ROBERT = Username.of("robert@example.com");

    private Plugin plugin;

    AccountRenameServiceTest() {
        super(
                new JamesInMemory()
                        .with(ALICE, BOB, CAROL, ROBERT, SUPPORT, SALES)
                        .withFolders(ALICE, "INBOX", "Projects"));
    }

    @Test
    void delegatesDoNotGetTheMailOfTheNewName() {
        james.withFolders(ROBERT, "INBOX");
        plugin.accountRenames.requireSeparable(BOB, ROBERT);

        james.deliver(ROBERT, "INBOX");

        assertThatThrownBy(() -> plugin.accountRenames.requireSeparable(BOB, ROBERT))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(
                        "robert@example.com has mail of its own, which the delegates of"
                                + " bob@example.com would get: James puts both accounts' mail"
                                + " together. Rename to an account that was made for it, or take"
                                + " that mail away first");
        assertThatThrownBy(() -> plugin.accountRenames.requireSeparable(SUPPORT, ROBERT))
                .isInstanceOf(RequestRefusedException.class);
        plugin.accountRenames.requireSeparable(CAROL, ROBERT);
        plugin.accountRenames.requireSeparable(BOB, BOB);
    }

    @Test
    void delegatesOfTheNewNameDoNotGetTheMailOfTheOld() {
        plugin.accountRenames.requireSeparable(ROBERT, BOB);

        james.withFolders(ROBERT, "INBOX");
        james.deliver(ROBERT, "INBOX");

        assertThatThrownBy(() -> plugin.accountRenames.requireSeparable(ROBERT, BOB))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(
                        "The delegates of bob@example.com would get the mail of robert@example.com:"
                                + " James puts both accounts' mail together. Rename to an account that"
                                + " was made for it, or continue a rename that has failed with"
                                + " 'fromStep'");
        plugin.accountRenames.requireSeparable(ROBERT, CAROL);
    }

    @Test
    void whoIsLockedOutByOneOfTheTwoNamesIsNotLetInByTheOther() {
        for (Username delegate : List.of(CAROL, ROBERT)) {
            plugin.delegations.grant(
                    SALES,
                    delegate,
                    DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build(),
                    ADMINISTRATOR);
        }
        plugin.suspensions.change(SuspensionAction.SUSPEND, SALES, CAROL, ADMINISTRATOR);

        plugin.accountRenames.renamed(CAROL, ROBERT, ADMINISTRATOR);

        assertThat(plugin.access.access(SALES, ROBERT).isNothing()).isTrue();
        assertThat(plugin.delegations.find(SALES, ROBERT).flatMap(Delegation::suspension))
                .isPresent();
    }

    @BeforeEach
    void bobHoldsAndGives() {
        plugin = plugin();
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
        plugin.delegations.grant(
                ALICE,
                BOB,
                DelegationTerms.builder()
                        .rights(List.of(DelegationRight.READ))
                        .folders(
                                FolderScope.of(
                                        List.of(FolderName.INBOX, FolderName.of("Projects"))))
                        .note("cover")
                        .build(),
                ADMINISTRATOR);
        database.stores().subscriptions().choose(ALICE, BOB, FolderName.of("Projects"), false);
        grant(BOB, CAROL, DelegationRight.READ_AND_MANAGE, DelegationRight.SEND_AS);
        announced.clear();
    }

    private void grant(Username owner, Username delegate, DelegationRight... rights) {
        plugin.delegations.grant(
                owner,
                delegate,
                DelegationTerms.builder().rights(List.of(rights)).build(),
                ADMINISTRATOR);
    }

    private Delegation find(Username owner, Username delegate) {
        return database.stores().delegations().find(owner, delegate).orElseThrow();
    }

    @Test
    void everythingFollowsOnce() {
        Delegation held = find(ALICE, BOB);
        Delegation given = find(BOB, CAROL);

        for (int times = 0; times < 2; times++) {
            plugin.accountRenames.renamed(BOB, ROBERT, ADMINISTRATOR);
        }

        assertThat(database.stores().delegations().ofDelegate(BOB)).isEmpty();
        assertThat(database.stores().delegations().ofOwner(BOB)).isEmpty();
        assertThat(find(ALICE, ROBERT).entries()).isEqualTo(held.entries());
        assertThat(find(ALICE, ROBERT).note()).isEqualTo(held.note());
        assertThat(find(ALICE, ROBERT).grantedAt()).isEqualTo(held.grantedAt());
        assertThat(find(ROBERT, CAROL).sendRights()).isEqualTo(given.sendRights());
        assertThat(find(ROBERT, CAROL).entries()).isEqualTo(given.entries());
        assertThat(
                        database.stores()
                                .subscriptions()
                                .ofDelegate(ROBERT)
                                .isSubscribed(ALICE, FolderName.of("Projects"), true))
                .isFalse();
        assertThat(announced)
                .contains(
                        "alice@example.com bob@example.com",
                        "alice@example.com robert@example.com",
                        "bob@example.com carol@example.com",
                        "robert@example.com carol@example.com");
        assertThat(database.stores().auditLog().ofMailbox(ALICE, 9))
                .filteredOn(entry -> entry.action() == AuditAction.DELEGATION_RENAMED)
                .singleElement()
                .satisfies(
                        entry ->
                                assertThat(entry.details())
                                        .containsEntry("renamedFrom", "bob@example.com"));
    }

    @Test
    void whatTheNewNameHasOfItsOwnStays() {
        grant(ALICE, ROBERT, DelegationRight.SEND_ON_BEHALF);
        Delegation own = find(ALICE, ROBERT);

        plugin.accountRenames.renamed(BOB, ROBERT, ADMINISTRATOR);

        assertThat(find(ALICE, ROBERT)).isEqualTo(own);
        assertThat(database.stores().delegations().find(ALICE, BOB)).isEmpty();
    }

    @Test
    void nobodyBecomesADelegateOfTheirOwnMailbox() {
        grant(ROBERT, BOB, DelegationRight.READ);
        grant(BOB, ROBERT, DelegationRight.READ);

        plugin.accountRenames.renamed(BOB, ROBERT, ADMINISTRATOR);

        assertThat(database.stores().delegations().ofOwner(ROBERT))
                .extracting(Delegation::delegate)
                .containsExactly(CAROL);
        assertThat(database.stores().delegations().ofDelegate(ROBERT)).hasSize(1);
    }

    @Test
    void aSharedMailboxStaysOneUnderItsNewName() {
        grant(SUPPORT, ALICE, DelegationRight.READ);

        plugin.accountRenames.renamed(SUPPORT, SALES, ADMINISTRATOR);

        assertThat(database.stores().mailboxes().find(SUPPORT)).isEmpty();
        assertThat(database.stores().mailboxes().find(SALES)).contains(mailbox(SALES).build());
        assertThat(james.canSignIn(SALES, JamesInMemory.PASSWORD)).isFalse();
        assertThat(plugin.access.access(SALES, ALICE).opensMailbox()).isTrue();
        assertThat(database.stores().auditLog().ofMailbox(SALES, 9))
                .extracting(AuditEntry::action)
                .contains(AuditAction.MAILBOX_CHANGED, AuditAction.DELEGATION_RENAMED);
    }

    @Test
    void aNameThatStaysChangesNothing() {
        plugin.accountRenames.renamed(BOB, BOB, ADMINISTRATOR);

        assertThat(find(ALICE, BOB)).isNotNull();
        assertThat(announced).isEmpty();
    }
}
