/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.GivenEntries.covering;
import static org.sharedmailbox.GivenEntries.place;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import com.google.common.base.Splitter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderPlace;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.policy.DelegationPolicy;

/** The access that a delegation gives at a moment; whatever is in doubt gives none. */
class AccessResolverTest extends PluginFixture {
    private static final FolderPlace INBOX = place("INBOX");

    AccessResolverTest() {
        super(new JamesInMemory().with(ALICE, BOB, SALES, SUPPORT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "team    | READ                   | lr",
                "team    | READ_AND_MANAGE        | lrswikxte",
                "team    | MANAGE_MEMBERS         | la",
                "team    | SEND_AS                | ''",
                "team    | SEND_ON_BEHALF         | ''",
                "team    | READ MANAGE_MEMBERS    | lra",
                "team    | READ_AND_MANAGE MANAGE_MEMBERS SEND_AS | lrswikxtea",
                "archive | READ                   | lr",
                "archive | READ_AND_MANAGE        | lrsw",
                "archive | MANAGE_MEMBERS         | l",
                "''      | READ_AND_MANAGE        | lrswikxte",
            })
    void rightsBecomeThoseOfRfc4314AndTheTypeCapsThem(String type, String rights, String letters) {
        if (!type.isEmpty()) {
            mailboxOfType(type);
        }
        put(delegation(SUPPORT, ALICE).rights(rights(rights)));

        assertThat(access().imapRightsIn(INBOX)).hasToString(letters);
    }

    @Test
    void aMemberOfAnArchiveSendsNothing() {
        mailboxOfType("archive");
        put(delegation(SUPPORT, ALICE).rights(EnumSet.allOf(DelegationRight.class)));

        assertThat(access().sendRights()).isEmpty();
        assertThat(access().imapRightsEverywhere().allow(Right.Read)).isTrue();
    }

    @Test
    void whoMaySendSeesNoMail() {
        put(delegation(SUPPORT, ALICE).rights(rights("SEND_AS")));

        assertThat(access().sendRights()).containsExactly(DelegationRight.SEND_AS);
        assertThat(access().opensMailbox()).isFalse();
        assertThat(plugin().access.allOf(ALICE)).hasSize(1);
    }

    @Test
    void aFolderThatIsNotNamedStaysClosed() {
        put(delegation(SUPPORT, ALICE).entries(covering("lr", "Projects")));

        assertThat(access().imapRightsIn(place("Projects.2026"))).hasToString("lr");
        assertThat(access().imapRightsIn(INBOX).isEmpty()).isTrue();
        assertThat(access().opensMailbox()).isTrue();
    }

    @Test
    void whatWasNeverGrantedIsNothing() {
        put(delegation(SALES, ALICE));
        put(delegation(SUPPORT, BOB));

        assertNothing();
    }

    @Test
    void aDelegationHoldsFromItsStartToItsEnd() {
        Plugin plugin = plugin();
        put(
                delegation(SUPPORT, ALICE)
                        .validity(
                                Validity.of(
                                        Optional.of(NOON.plusSeconds(60)),
                                        Optional.of(NOON.plusSeconds(120)))));

        assertThat(plugin.access.access(SUPPORT, ALICE).isNothing()).isTrue();
        assertThat(plugin.access.stateOf(present())).isEqualTo(DelegationState.SCHEDULED);
        plugin.clock.advance(Duration.ofMinutes(1));
        assertThat(plugin.access.access(SUPPORT, ALICE).isNothing()).isFalse();
        assertThat(plugin.access.stateOf(present())).isEqualTo(DelegationState.ACTIVE);
        plugin.clock.advance(Duration.ofMinutes(1));
        assertThat(plugin.access.access(SUPPORT, ALICE).isNothing()).isTrue();
        assertThat(plugin.access.allOf(ALICE)).isEmpty();
        assertThat(plugin.access.stateOf(present())).isEqualTo(DelegationState.EXPIRED);
    }

    @Test
    void aPolicyThatIsOffSuspendsAndOneThatIsOnAgainRestores() {
        put(delegation(SUPPORT, ALICE));
        policy(DelegationPolicy.builtIn().toBuilder().enabled(false));

        assertNothing();
        assertThat(plugin().access.stateOf(present())).isEqualTo(DelegationState.SUSPENDED);

        policy(DelegationPolicy.builtIn().toBuilder().enabled(true));

        assertThat(access().imapRightsEverywhere()).hasToString("lr");
        assertThat(plugin().access.stateOf(present())).isEqualTo(DelegationState.ACTIVE);
    }

    @Test
    void whereDelegatingPersonalMailboxesIsOffOnlySharedOnesStayOpen() {
        put(delegation(SUPPORT, ALICE));
        put(delegation(BOB, ALICE));
        mailboxOfType("team");
        policy(DelegationPolicy.builtIn().toBuilder().personalDelegation(false));

        assertThat(plugin().access.allOf(ALICE)).extracting(Access::owner).containsExactly(SUPPORT);
        assertThat(plugin().access.access(BOB, ALICE).isNothing()).isTrue();
    }

    @Test
    void aRightThatIsNotAllowedAnyMoreHasNoEffectWhileItIsOut() {
        put(delegation(SUPPORT, ALICE).rights(rights("READ_AND_MANAGE SEND_AS")));
        policy(
                DelegationPolicy.builtIn().toBuilder()
                        .allowedRights(List.of(DelegationRight.SEND_AS)));

        assertThat(access().sendRights()).containsExactly(DelegationRight.SEND_AS);
        assertThat(access().imapRightsIn(INBOX).isEmpty()).isTrue();

        policy(DelegationPolicy.builtIn().toBuilder().allowedRights(List.of()));

        assertNothing();
    }

    @Test
    void aTypeThatIsNotDeclaredAnyMoreGivesNothing() {
        put(delegation(SUPPORT, ALICE).rights(EnumSet.allOf(DelegationRight.class)));
        mailboxOfType("helpdesk");

        assertNothing();
    }

    @Test
    void nobodyIsADelegateOfTheirOwnMailbox() {
        put(delegation(SUPPORT, ALICE));

        assertThat(plugin().access.access(ALICE, ALICE).isNothing()).isTrue();
    }

    private void assertNothing() {
        Access nothing = access();
        assertThat(nothing).isEqualTo(Access.none(SUPPORT, ALICE));
        assertThat(nothing.isNothing()).isTrue();
        assertThat(nothing.opensMailbox()).isFalse();
        assertThat(nothing.subscribed()).isFalse();
        assertThat(nothing.imapRightsIn(INBOX).isEmpty()).isTrue();
        assertThat(plugin().access.allOf(ALICE)).extracting(Access::owner).doesNotContain(SUPPORT);
    }

    private Access access() {
        return plugin().access.access(SUPPORT, ALICE);
    }

    private Delegation present() {
        return database.stores().delegations().find(SUPPORT, ALICE).orElseThrow();
    }

    private void put(Delegation.Builder delegation) {
        Delegation built = delegation.build();
        database.stores()
                .transactions()
                .inTransaction(
                        () -> {
                            database.stores().delegations().lockAndCount(built.owner(), NOON);
                            database.stores().delegations().put(built);
                            return true;
                        });
    }

    private void mailboxOfType(String type) {
        database.stores()
                .mailboxes()
                .put(mailbox(SUPPORT).type(SharedMailboxTypeName.of(type)).build());
    }

    private void policy(DelegationPolicy.Builder policy) {
        database.givenPolicy("example.com", policy.build());
        database.letPass(Duration.ofSeconds(1));
    }

    private static List<DelegationRight> rights(String names) {
        return Splitter.on(' ')
                .splitToStream(names)
                .map(DelegationRight::valueOf)
                .collect(Collectors.toList());
    }
}
