/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.model.DelegationRight;

/** The contract of the lookup of policies, for every database. */
public interface DelegationPoliciesContract {
    DelegationPolicies policies();

    /** Stores that policy for that domain, or for {@code default}. */
    void givenPolicy(String domain, DelegationPolicy policy);

    @Test
    default void withoutAnyPolicyTheBuiltInOneHolds() {
        assertThat(policies().policyOf(SUPPORT)).isEqualTo(DelegationPolicy.builtIn());
    }

    @Test
    default void everySettingIsReadAsItWasWritten() {
        DelegationPolicy strict =
                DelegationPolicy.builtIn().toBuilder()
                        .enabled(false)
                        .personalDelegation(false)
                        .maxMembers(7)
                        .maxDuration(Optional.of(Duration.ofDays(30)))
                        .otherDomains(List.of(Domain.of("example.org"), Domain.of("example.net")))
                        .build();

        givenPolicy("example.com", strict);

        assertThat(policies().policyOf(SUPPORT)).isEqualTo(strict);
    }

    @Test
    default void eachAllowedRightIsReadAlone() {
        for (DelegationRight right : DelegationRight.values()) {
            String domain = right.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".example";
            DelegationPolicy policy =
                    DelegationPolicy.builtIn().toBuilder().allowedRights(List.of(right)).build();
            givenPolicy(domain, policy);

            assertThat(policies().policyOf(Username.of("support@" + domain))).isEqualTo(policy);
        }
    }

    @Test
    default void theDomainsOwnPolicyWinsOverTheDefault() {
        DelegationPolicy five = DelegationPolicy.builtIn().toBuilder().maxMembers(5).build();
        DelegationPolicy six = DelegationPolicy.builtIn().toBuilder().maxMembers(6).build();
        givenPolicy("default", five);
        givenPolicy("example.com", six);

        assertThat(policies().policyOf(SUPPORT)).isEqualTo(six);
        assertThat(policies().policyOf(Username.of("support@example.org"))).isEqualTo(five);
        assertThat(policies().policyOf(Username.of("nobody"))).isEqualTo(five);
    }
}
