/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.DelegationRight;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.policy.DelegationPolicy;

/** {@link DelegationPolicies} in the table {@code delegation_policy}. */
public final class JdbcDelegationPolicies implements DelegationPolicies {
    /** The row that stands for all domains without one of their own. */
    private static final String DEFAULT = "default";

    private final JdbcStore store;

    public JdbcDelegationPolicies(JdbcStore store) {
        this.store = store;
    }

    @Override
    public DelegationPolicy policyOf(Username owner) {
        return owner.getDomainPart()
                .flatMap(domain -> find(domain.asString()))
                .or(() -> find(DEFAULT))
                .orElseGet(DelegationPolicy::builtIn);
    }

    private Optional<DelegationPolicy> find(String domain) {
        return store.with(
                handle ->
                        handle.createQuery("select * from delegation_policy where domain = :domain")
                                .bind("domain", domain)
                                .map((row, context) -> policy(row))
                                .findOne());
    }

    private static DelegationPolicy policy(ResultSet row) throws SQLException {
        long seconds = row.getLong("max_duration_seconds");
        Optional<Duration> maxDuration =
                row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
        return DelegationPolicy.builtIn().toBuilder()
                .enabled(row.getBoolean("enabled"))
                .personalDelegation(row.getBoolean("personal_delegation"))
                .allowedRights(allowedRights(row))
                .maxMembers(row.getInt("max_members"))
                .maxDuration(maxDuration)
                .otherDomains(
                        Splitter.on(' ')
                                .omitEmptyStrings()
                                .splitToStream(row.getString("other_domains"))
                                .map(Domain::of)
                                .collect(ImmutableSet.toImmutableSet()))
                .build();
    }

    private static ImmutableSet<DelegationRight> allowedRights(ResultSet row) throws SQLException {
        ImmutableSet.Builder<DelegationRight> rights = ImmutableSet.builder();
        for (DelegationRight right : DelegationRight.values()) {
            if (row.getBoolean(right.name() + "_allowed")) {
                rights.add(right);
            }
        }
        return rights.build();
    }
}
