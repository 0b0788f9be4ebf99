/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.notice.EndingDelegations;

/** {@link EndingDelegations} in the column {@code reminded_of} of the table {@code delegation}. */
final class JdbcEndingDelegations implements EndingDelegations {
    private static final String IS_NEW =
            " (reminded_of is null or reminded_of <> not_after) and not_after > :now"
                    + " and not_after <= :until";

    private final JdbcStore store;
    private final Delegations delegations;

    JdbcEndingDelegations(JdbcStore store, Delegations delegations) {
        this.store = store;
        this.delegations = delegations;
    }

    @Override
    public List<Delegation> take(Instant now, Instant until, int limit) {
        return store.inTransaction(
                handle -> {
                    List<List<Username>> keys =
                            handle.createQuery(
                                            "select owner, delegate from delegation where"
                                                    + IS_NEW
                                                    + " order by not_after limit :limit")
                                    .bind("now", now)
                                    .bind("until", until)
                                    .bind("limit", limit)
                                    .map(
                                            (row, context) ->
                                                    List.of(
                                                            Username.of(row.getString("owner")),
                                                            Username.of(row.getString("delegate"))))
                                    .list();
                    // As everybody else who changes delegations does, always in the same order.
                    delegations.lockAll(
                            keys.stream()
                                    .map(key -> key.get(0))
                                    .collect(ImmutableList.toImmutableList()));
                    return keys.stream()
                            .map(key -> take(handle, key.get(0), key.get(1), now, until))
                            .flatMap(Optional::stream)
                            .collect(ImmutableList.toImmutableList());
                });
    }

    private Optional<Delegation> take(
            Handle handle, Username owner, Username delegate, Instant now, Instant until) {
        int taken =
                DelegationStatements.bindKey(
                                handle.createUpdate(
                                        "update delegation set reminded_of = not_after"
                                                + " where owner = :owner"
                                                + " and delegate = :delegate and"
                                                + IS_NEW),
                                owner,
                                delegate)
                        .bind("now", now)
                        .bind("until", until)
                        .execute();
        return taken == 0 ? Optional.empty() : delegations.find(owner, delegate);
    }
}
