/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableSetMultimap;
import java.time.Instant;
import java.util.Map;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.EndedDelegations;

/** {@link EndedDelegations} in the table {@code delegation}. */
final class JdbcEndedDelegations implements EndedDelegations {
    private static final String KEY = " where owner = :owner and delegate = :delegate";
    private static final String UNRECORDED = " not_after <= :at and not expiry_recorded";
    private static final String RECORDED = " not_after < :at and expiry_recorded";

    private final JdbcStore store;

    JdbcEndedDelegations(JdbcStore store) {
        this.store = store;
    }

    @Override
    public ImmutableSetMultimap<Username, Username> unrecorded(Instant at, int limit) {
        return find(UNRECORDED, at, limit);
    }

    @Override
    public boolean markRecorded(Username owner, Username delegate, Instant at) {
        return store.inTransaction(
                handle -> {
                    // Of two servers that look at the same time only one finds the row as it was.
                    boolean marked =
                            DelegationStatements.bindKey(
                                                    handle.createUpdate(
                                                            "update delegation set expiry_recorded"
                                                                    + " = true"
                                                                    + KEY
                                                                    + " and"
                                                                    + UNRECORDED),
                                                    owner,
                                                    delegate)
                                            .bind("at", at)
                                            .execute()
                                    > 0;
                    if (marked) {
                        DelegationStatements.bindKey(
                                        handle.createUpdate(
                                                "delete from folder_subscription" + KEY),
                                        owner,
                                        delegate)
                                .execute();
                    }
                    return marked;
                });
    }

    @Override
    public ImmutableSetMultimap<Username, Username> endedBefore(Instant time, int limit) {
        return find(RECORDED, time, limit);
    }

    @Override
    public boolean removeEndedBefore(Username owner, Username delegate, Instant time) {
        return store.inTransaction(
                handle ->
                        DelegationStatements.bindKey(
                                                handle.createUpdate(
                                                        "delete from delegation"
                                                                + KEY
                                                                + " and"
                                                                + RECORDED),
                                                owner,
                                                delegate)
                                        .bind("at", time)
                                        .execute()
                                > 0);
    }

    private ImmutableSetMultimap<Username, Username> find(String condition, Instant at, int limit) {
        return store.read(
                handle ->
                        handle.createQuery(
                                        "select owner, delegate from delegation where"
                                                + condition
                                                + " order by not_after, owner, delegate"
                                                + " limit :limit")
                                .bind("at", at)
                                .bind("limit", limit)
                                .map(
                                        (row, context) ->
                                                Map.entry(
                                                        Username.of(row.getString("owner")),
                                                        Username.of(row.getString("delegate"))))
                                .collect(
                                        ImmutableSetMultimap.toImmutableSetMultimap(
                                                Map.Entry::getKey, Map.Entry::getValue)));
    }
}
