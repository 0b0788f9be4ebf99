/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.time.Instant;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.delegation.Departures;

/**
 * {@link Departures} in the table {@code departure}. Not cached: they are needed for grants only.
 */
final class JdbcDepartures implements Departures {
    private static final String KEY = " where owner = :owner and delegate = :delegate";

    private final JdbcStore store;

    JdbcDepartures(JdbcStore store) {
        this.store = store;
    }

    @Override
    public void record(Username owner, Username delegate, Instant at) {
        store.change(
                handle -> {
                    bindKey(handle.createUpdate("delete from departure" + KEY), owner, delegate)
                            .execute();
                    bindKey(
                                    handle.createUpdate(
                                            "insert into departure (owner, delegate, left_at)"
                                                    + " values (:owner, :delegate, :at)"),
                                    owner,
                                    delegate)
                            .bind("at", at)
                            .execute();
                });
    }

    @Override
    public boolean contains(Username owner, Username delegate) {
        return store.read(
                handle ->
                        bindKey(
                                        handle.createQuery(
                                                "select delegate from departure"
                                                        + KEY
                                                        + " and not exists (select address"
                                                        + " from account_end"
                                                        + " where address in (:owner, :delegate)"
                                                        + " and ended_at >= left_at)"),
                                        owner,
                                        delegate)
                                .mapTo(String.class)
                                .findOne()
                                .isPresent());
    }

    @Override
    public void rename(Username from, Username to) {
        store.change(
                handle -> {
                    rename(handle, "owner", "delegate", from, to);
                    rename(handle, "delegate", "owner", from, to);
                });
    }

    private static void rename(
            Handle handle, String column, String other, Username from, Username to) {
        handle.createUpdate(
                        "update departure set "
                                + column
                                + " = :to where "
                                + column
                                + " = :from and "
                                + other
                                + " <> :to and not exists (select 1 from departure present"
                                + " where present."
                                + column
                                + " = :to and present."
                                + other
                                + " = departure."
                                + other
                                + ")")
                .bind("from", from.asString())
                .bind("to", to.asString())
                .execute();
    }

    private static <S extends SqlStatement<S>> S bindKey(
            S statement, Username owner, Username delegate) {
        return statement.bind("owner", owner.asString()).bind("delegate", delegate.asString());
    }
}
