/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Domain;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.PolicyScope;

/** The contract of the store of policies, for every database. */
interface PolicyStoreContract {
    PolicyScope DOMAIN = PolicyScope.of(Domain.of("example.com"));

    JdbcStores stores();

    @Test
    default void aPolicyIsReadAsItWasWritten() {
        DelegationPolicy strict =
                DelegationPolicy.builtIn().toBuilder()
                        .enabled(false)
                        .personalDelegation(false)
                        .allowedRights(List.of(DelegationRight.SEND_ON_BEHALF))
                        .maxMembers(7)
                        .maxDuration(Optional.of(Duration.ofDays(30)))
                        .otherDomains(List.of(Domain.of("example.org"), Domain.of("example.net")))
                        .build();

        stores().policies().put(DOMAIN, DelegationPolicy.builtIn());
        stores().policies().put(DOMAIN, strict);

        assertThat(stores().policies().find(DOMAIN)).contains(strict);
        assertThat(stores().policies().policyOf(SUPPORT)).isEqualTo(strict);
        assertThat(stores().policies().find(PolicyScope.allOthers())).isEmpty();
    }

    @Test
    default void aChangeMadeHereIsSeenAtOnce() {
        DelegationPolicy off = DelegationPolicy.builtIn().toBuilder().enabled(false).build();
        assertThat(stores().policies().policyOf(SUPPORT).enabled()).isTrue();

        stores().policies().put(PolicyScope.allOthers(), off);
        assertThat(stores().policies().policyOf(SUPPORT).enabled()).isFalse();

        assertThat(stores().policies().remove(PolicyScope.allOthers())).isTrue();
        assertThat(stores().policies().policyOf(SUPPORT).enabled()).isTrue();
        assertThat(stores().policies().remove(PolicyScope.allOthers())).isFalse();
    }
}
