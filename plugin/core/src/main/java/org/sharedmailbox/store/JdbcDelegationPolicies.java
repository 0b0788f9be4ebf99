/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.NoticeRecipients;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.DelegationPolicyStore;
import org.sharedmailbox.policy.PolicyScope;

/** {@link DelegationPolicyStore} in the table {@code delegation_policy}. */
final class JdbcDelegationPolicies implements DelegationPolicyStore {
    private static final String UPDATE =
            "update delegation_policy set enabled = :enabled,"
                    + " personal_delegation = :personalDelegation,"
                    + eachRight(right -> column(right) + " = :" + right.name() + ",")
                    + " max_members = :maxMembers, max_duration_seconds = :maxDuration,"
                    + " other_domains = :otherDomains, notices_to = :noticesTo"
                    + " where domain = :domain";
    private static final String INSERT =
            "insert into delegation_policy (domain, enabled, personal_delegation,"
                    + eachRight(right -> column(right) + ",")
                    + " max_members, max_duration_seconds, other_domains, notices_to)"
                    + " values (:domain, :enabled, :personalDelegation,"
                    + eachRight(right -> ":" + right.name() + ",")
                    + " :maxMembers, :maxDuration, :otherDomains, :noticesTo)"
                    + " on conflict do nothing";

    private static final LockTable SCOPES = new LockTable("delegation_policy_scope", "domain");

    private final JdbcStore store;

    JdbcDelegationPolicies(JdbcStore store) {
        this.store = store;
    }

    @Override
    public DelegationPolicy policyOf(Username owner) {
        return owner.getDomainPart()
                .map(PolicyScope::of)
                .flatMap(this::find)
                .or(() -> find(PolicyScope.allOthers()))
                .orElseGet(DelegationPolicy::builtIn);
    }

    @Override
    public Optional<DelegationPolicy> find(PolicyScope scope) {
        return store.lookUp(
                handle ->
                        handle.createQuery("select * from delegation_policy where domain = :domain")
                                .bind("domain", scope.asString())
                                .map((row, context) -> policy(row))
                                .findOne());
    }

    @Override
    public void lock(PolicyScope scope) {
        store.change(handle -> SCOPES.enterAndLock(handle, scope.asString()));
    }

    @Override
    public void put(PolicyScope scope, DelegationPolicy policy) {
        store.change(
                handle -> {
                    // Of two concurrent inserts the second finds a row to update.
                    if (bind(handle.createUpdate(UPDATE), scope, policy).execute() == 0
                            && bind(handle.createUpdate(INSERT), scope, policy).execute() == 0) {
                        bind(handle.createUpdate(UPDATE), scope, policy).execute();
                    }
                });
    }

    @Override
    public boolean remove(PolicyScope scope) {
        return store.inTransaction(
                handle ->
                        handle.createUpdate("delete from delegation_policy where domain = :domain")
                                        .bind("domain", scope.asString())
                                        .execute()
                                > 0);
    }

    private static <S extends SqlStatement<S>> S bind(
            S statement, PolicyScope scope, DelegationPolicy policy) {
        for (DelegationRight right : DelegationRight.values()) {
            statement.bind(right.name(), policy.allowedRights().contains(right));
        }
        return statement
                .bind("domain", scope.asString())
                .bind("enabled", policy.enabled())
                .bind("personalDelegation", policy.personalDelegation())
                .bind("maxMembers", policy.maxMembers())
                .bind("noticesTo", policy.noticesTo().name())
                .bind("maxDuration", policy.maxDuration().map(Duration::getSeconds))
                .bind(
                        "otherDomains",
                        policy.otherDomains().stream()
                                .map(Domain::asString)
                                .collect(Collectors.joining(" ")));
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
                .noticesTo(NoticeRecipients.valueOf(row.getString("notices_to")))
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
            if (row.getBoolean(column(right))) {
                rights.add(right);
            }
        }
        return rights.build();
    }

    /** Returns the column that says whether the right is allowed. */
    private static String column(DelegationRight right) {
        return right.name().toLowerCase(Locale.ROOT) + "_allowed";
    }

    private static String eachRight(Function<DelegationRight, String> sql) {
        return Arrays.stream(DelegationRight.values())
                .map(sql)
                .collect(Collectors.joining(" ", " ", ""));
    }
}
