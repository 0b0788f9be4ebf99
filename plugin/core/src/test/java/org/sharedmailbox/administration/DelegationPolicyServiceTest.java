/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;

import java.util.List;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.delegation.DelegationState;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.PolicyScope;

class DelegationPolicyServiceTest extends PluginFixture {
    private static final PolicyScope DOMAIN = PolicyScope.of(Domain.of("example.com"));

    private Plugin plugin;
    private DelegationPolicyService policies;

    DelegationPolicyServiceTest() {
        super(new JamesInMemory().with(ALICE, BOB));
    }

    @BeforeEach
    void bobReadsAlicesMail() {
        plugin = plugin();
        policies = plugin.policies;
        plugin.delegations.grant(
                ALICE,
                BOB,
                DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build(),
                ADMINISTRATOR);
        announced.clear();
    }

    @Test
    void switchedOffEverythingIsSuspendedAtOnceAndSwitchedOnItIsRestored() {
        policies.put(DOMAIN, policy -> policy.toBuilder().enabled(false).build(), ADMINISTRATOR);
        assertThat(plugin.access.access(ALICE, BOB).opensMailbox()).isFalse();
        assertThat(state()).isEqualTo(DelegationState.SUSPENDED);
        assertThat(announced).containsExactly("alice@example.com bob@example.com");

        policies.put(DOMAIN, policy -> policy.toBuilder().enabled(true).build(), ADMINISTRATOR);
        assertThat(plugin.access.access(ALICE, BOB).opensMailbox()).isTrue();
        assertThat(state()).isEqualTo(DelegationState.ACTIVE);
        assertThat(announced).hasSize(2);
    }

    @Test
    void aRightThatIsTakenOutHasNoEffectWhileItIsOut() {
        policies.put(
                DOMAIN,
                policy ->
                        policy.toBuilder().allowedRights(List.of(DelegationRight.SEND_AS)).build(),
                ADMINISTRATOR);
        assertThat(plugin.access.access(ALICE, BOB).isNothing()).isTrue();

        policies.remove(DOMAIN, ADMINISTRATOR);
        assertThat(plugin.access.access(ALICE, BOB).imapRightsEverywhere()).hasToString("lr");
    }

    @Test
    void aDomainsPolicyStartsFromTheDefaultAndReturnsToIt() {
        policies.put(
                PolicyScope.allOthers(),
                policy -> policy.toBuilder().maxMembers(3).build(),
                ADMINISTRATOR);
        assertThat(policies.inForce(DOMAIN).maxMembers()).isEqualTo(3);

        policies.put(DOMAIN, policy -> policy.toBuilder().enabled(false).build(), ADMINISTRATOR);
        policies.remove(PolicyScope.allOthers(), ADMINISTRATOR);
        assertThat(policies.inForce(DOMAIN).maxMembers()).isEqualTo(3);

        policies.remove(DOMAIN, ADMINISTRATOR);
        assertThat(policies.inForce(DOMAIN)).isEqualTo(DelegationPolicy.builtIn());
    }

    @Test
    void everyChangeIsInTheAuditLogAndWhatChangesNothingIsNot() {
        policies.put(DOMAIN, policy -> policy.toBuilder().maxMembers(5).build(), ADMINISTRATOR);
        policies.put(DOMAIN, policy -> policy, ADMINISTRATOR);
        policies.remove(DOMAIN, ADMINISTRATOR);
        policies.remove(DOMAIN, ADMINISTRATOR);

        List<AuditEntry> entries =
                database.stores().auditLog().ofMailbox(Username.of("example.com"), 10);
        assertThat(entries)
                .extracting(entry -> entry.action().wireName())
                .containsExactly("policy.changed", "policy.changed");
        assertThat(entries.get(0).details()).containsEntry("policy", "removed");
        assertThat(entries.get(1).details())
                .containsEntry("maxMembers", "5")
                .containsEntry("maxDuration", "unlimited");
    }

    @Test
    void aForeignDomainHasNoPolicy() {
        PolicyScope foreign = PolicyScope.of(Domain.of("elsewhere.com"));

        assertThatThrownBy(() -> policies.put(foreign, policy -> policy, ADMINISTRATOR))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(
                        "elsewhere.com is not a domain of this server; create it first (PUT"
                                + " /domains/elsewhere.com)");
        policies.remove(foreign, ADMINISTRATOR);
    }

    private DelegationState state() {
        return plugin.access.stateOf(plugin.delegations.find(ALICE, BOB).orElseThrow());
    }
}
