/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.SignedInUser;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;

/** Accounts that are deleted, and made again for somebody else. */
class AccountEndServiceTest extends PluginFixture {
    private static final Instant LATER = NOON.plusSeconds(60);

    private Plugin plugin;

    AccountEndServiceTest() {
        super(new JamesInMemory().with(ALICE, BOB, CAROL, SUPPORT));
    }

    @BeforeEach
    void aliceBobAndCarol() {
        plugin = plugin();
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
        grant(SUPPORT, BOB);
        grant(ALICE, BOB);
        grant(BOB, CAROL);
        grant(ALICE, CAROL);
        announced.clear();
    }

    private void grant(Username owner, Username delegate) {
        plugin.delegations.grant(
                owner,
                delegate,
                DelegationTerms.builder()
                        .rights(List.of(DelegationRight.READ, DelegationRight.SEND_AS))
                        .build(),
                ADMINISTRATOR);
    }

    @Test
    void whatTheAccountGaveAndHeldEndsAndNothingElse() {
        plugin.accountEnds.ended(BOB, LATER, Actor.system());

        assertThat(database.stores().delegations().ofDelegate(BOB)).isEmpty();
        assertThat(database.stores().delegations().ofOwner(BOB)).isEmpty();
        assertThat(database.stores().delegations().find(ALICE, CAROL)).isPresent();
        assertThat(announced)
                .containsExactlyInAnyOrder(
                        "support@example.com bob@example.com",
                        "alice@example.com bob@example.com",
                        "bob@example.com carol@example.com",
                        "bob@example.com bob@example.com");
        AuditEntry entry = database.stores().auditLog().ofMailbox(ALICE, 1).get(0);
        assertThat(entry.action()).isEqualTo(AuditAction.DELEGATION_ORPHANED);
        assertThat(entry.subject()).contains(BOB);
        assertThat(entry.details())
                .containsEntry("rights", "[READ, SEND_AS]")
                .containsEntry("folders", "all folders")
                .containsEntry("because", "bob@example.com deleted");
    }

    @Test
    void aNamesakeHoldsNothingAtAnyMoment() {
        james.accounts().remove(BOB);

        assertThat(plugin.access.access(SUPPORT, BOB).isNothing()).isTrue();
        assertThat(plugin.access.access(BOB, CAROL).isNothing()).isTrue();
        plugin.accountEnds.ended(BOB, LATER, Actor.system());
        james.with(BOB);

        assertThat(plugin.access.access(SUPPORT, BOB).isNothing()).isTrue();
        assertThat(plugin.access.access(BOB, CAROL).isNothing()).isTrue();
        assertThat(plugin.access.access(ALICE, CAROL).isNothing()).isFalse();
    }

    @Test
    void whatWasGrantedAfterTheAccountWasSeenGoneIsAnotherAccounts() {
        plugin.clock.advance(Duration.ofMinutes(2));
        plugin.delegations.revoke(SUPPORT, BOB, ADMINISTRATOR);
        grant(SUPPORT, BOB);

        plugin.accountEnds.ended(BOB, LATER, Actor.system());

        assertThat(plugin.access.allOf(BOB))
                .extracting(access -> access.owner())
                .containsExactly(SUPPORT);
    }

    @Test
    void anOldSessionHoldsNothingOfWhatANewAccountIsGiven() {
        SignedInUser before = SignedInUser.of(BOB, NOON);
        plugin.accountEnds.ended(BOB, LATER, Actor.system());
        plugin.clock.advance(Duration.ofMinutes(2));
        grant(SUPPORT, BOB);

        assertThat(held(before)).isEmpty();
        assertThat(held(SignedInUser.of(BOB, LATER))).isEmpty();
        assertThat(held(SignedInUser.of(BOB, LATER.plusMillis(1)))).hasSize(1);
        assertThat(plugin.access.isCurrent(before)).isFalse();
    }

    private List<?> held(SignedInUser user) {
        return plugin.access.allOf(plugin.access.heldBy(user));
    }

    @Test
    void aSharedMailboxWhoseAccountIsGoneIsNoneAnyMore() {
        plugin.accountEnds.ended(SUPPORT, LATER, ADMINISTRATOR);

        assertThat(database.stores().mailboxes().find(SUPPORT)).isEmpty();
        assertThat(database.stores().delegations().ofOwner(SUPPORT)).isEmpty();
        assertThat(database.stores().auditLog().ofMailbox(SUPPORT, 9))
                .extracting(AuditEntry::action)
                .contains(AuditAction.MAILBOX_DELETED, AuditAction.DELEGATION_ORPHANED);
    }

    @Test
    void aSharedMailboxThatGetsTheNameOfAnAccountThatIsGoneIsNotOfItsSessions() {
        SignedInUser before = SignedInUser.of(BOB, NOON);
        james.accounts().remove(BOB);
        plugin.clock.advance(Duration.ofMinutes(1));

        plugin.mailboxes.put(BOB, SharedMailboxRequest.builder().build(), ADMINISTRATOR);

        assertThat(plugin.access.isCurrent(before)).isFalse();
        assertThat(plugin.access.isCurrent(SignedInUser.of(BOB, LATER.plusMillis(1)))).isTrue();
        assertThat(plugin.access.access(BOB, CAROL).isNothing()).isTrue();
    }

    @Test
    void delegatesOfADelegateGetNothing() {
        assertThat(plugin.access.access(SUPPORT, CAROL).isNothing()).isTrue();
        assertThat(plugin.access.allOf(CAROL))
                .extracting(access -> access.owner())
                .containsExactly(ALICE, BOB);
    }
}
