/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.sharedmailbox.mailbox.AccountEnds;

/** {@link AccountEnds} in the table {@code account_end}, with a cache of at most a second. */
final class JdbcAccountEnds implements AccountEnds {
    private static final String UPDATE =
            "update account_end set ended_at = greatest(ended_at, :at) where address = :address";
    private static final String INSERT =
            "insert into account_end (address, ended_at) values (:address, :at)"
                    + " on conflict do nothing";

    private static final String FORGET = "delete from account_end where ended_at < :time";

    /** They count for nothing because of the end, and would count again without it. */
    private static final String FORGET_DEPARTURES =
            "delete from departure where exists (select 1 from account_end"
                    + " where address in (owner, delegate)"
                    + " and ended_at >= left_at and ended_at < :time)";

    private final JdbcStore store;
    private final JdbcTransactions transactions;
    private final CachedDelegations delegations;
    private final RecentReads<Username, Optional<Instant>> byAccount;

    JdbcAccountEnds(
            JdbcStore store,
            JdbcTransactions transactions,
            CachedDelegations delegations,
            Caching caching) {
        this.store = store;
        this.transactions = transactions;
        this.delegations = delegations;
        this.byAccount = caching.newCache();
    }

    @Override
    public Optional<Instant> endOf(Username account) {
        return transactions.isActive() ? read(account) : byAccount.get(account, this::read);
    }

    private Optional<Instant> read(Username account) {
        return store.lookUp(
                handle ->
                        handle.createQuery(
                                        "select ended_at from account_end where address = :address")
                                .bind("address", account.asString())
                                .map((row, context) -> endedAt(row))
                                .findOne());
    }

    private static Instant endedAt(ResultSet row) throws SQLException {
        return row.getTimestamp("ended_at").toInstant();
    }

    @Override
    public void record(Username account, Instant at) {
        transactions.changing(
                () ->
                        store.inTransaction(
                                handle -> {
                                    // Of two concurrent inserts the second finds a row to update.
                                    if (write(handle, UPDATE, account, at) == 0
                                            && write(handle, INSERT, account, at) == 0) {
                                        write(handle, UPDATE, account, at);
                                    }
                                    return true;
                                }),
                () -> {
                    byAccount.forgetAll();
                    // They contain the end, too.
                    delegations.forget();
                });
    }

    private static int write(Handle handle, String statement, Username account, Instant at) {
        return handle.createUpdate(statement)
                .bind("address", account.asString())
                .bind("at", at)
                .execute();
    }

    @Override
    public void forgetBefore(Instant time) {
        store.change(
                handle -> {
                    for (String statement : List.of(FORGET_DEPARTURES, FORGET)) {
                        handle.createUpdate(statement).bind("time", time).execute();
                    }
                });
    }

    /** Drops everything that was read. */
    void forget() {
        byAccount.forgetAll();
    }
}
