/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.delegation.DelegationUse;
import org.sharedmailbox.delegation.DelegationUseStore;
import org.sharedmailbox.delegation.LastUse;
import org.sharedmailbox.delegation.Use;

/** {@link DelegationUseStore} in the table {@code delegation_use}. */
final class JdbcDelegationUses implements DelegationUseStore {
    /** Selects the days of a row that is joined as {@code u}. */
    static final String COLUMNS = "u.last_read, u.last_managed, u.last_sent";

    static final String JOIN =
            " left join delegation_use u on u.owner = d.owner and u.delegate = d.delegate";

    /** Holds for a delegation {@code d} that was there before that day and not used since. */
    static final String IS_UNUSED =
            "d.granted_at < cast(:unusedSince as timestamp with time zone)"
                    + " and not exists (select 1 from delegation_use u"
                    + " where u.owner = d.owner and u.delegate = d.delegate"
                    + " and (u.last_read >= :unusedDay or u.last_managed >= :unusedDay"
                    + " or u.last_sent >= :unusedDay))";

    private static final String START =
            "insert into delegation_use (owner, delegate) select d.owner, d.delegate"
                    + " from delegation d where d.owner = :owner and d.delegate = :delegate"
                    + " and not exists (select 1 from delegation_use u"
                    + " where u.owner = d.owner and u.delegate = d.delegate)";

    private final JdbcStore store;

    JdbcDelegationUses(JdbcStore store) {
        this.store = store;
    }

    private static String column(Use use) {
        switch (use) {
            case READ:
                return "last_read";
            case MANAGE:
                return "last_managed";
            case SEND:
                return "last_sent";
        }
        throw new AssertionError(use);
    }

    @Override
    public void put(Collection<DelegationUse> uses) {
        store.change(
                handle -> {
                    execute(handle, START, uses, false);
                    for (Use use : Use.values()) {
                        execute(handle, update(column(use)), of(use, uses), true);
                    }
                });
    }

    private static String update(String column) {
        return String.format(
                "update delegation_use set %1$s = :day where owner = :owner"
                        + " and delegate = :delegate and (%1$s is null or %1$s < :day)",
                column);
    }

    private static List<DelegationUse> of(Use use, Collection<DelegationUse> uses) {
        return uses.stream()
                .filter(one -> one.use() == use)
                .collect(ImmutableList.toImmutableList());
    }

    private static void execute(
            Handle handle, String statement, Collection<DelegationUse> uses, boolean withDay) {
        PreparedBatch batch = handle.prepareBatch(statement);
        for (DelegationUse use : uses) {
            DelegationStatements.bindKey(batch, use.owner(), use.delegate());
            if (withDay) {
                batch.bind("day", use.day());
            }
            batch.add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    @Override
    public LastUse lastUse(Username owner, Username delegate) {
        return store.read(
                handle ->
                        DelegationStatements.bindKey(
                                        handle.createQuery(
                                                "select * from delegation_use"
                                                        + " where owner = :owner"
                                                        + " and delegate = :delegate"),
                                        owner,
                                        delegate)
                                .map((row, context) -> lastUse(row))
                                .findOne()
                                .orElseGet(LastUse::never));
    }

    /** Returns the days of the current row. */
    static LastUse lastUse(ResultSet row) throws SQLException {
        Map<Use, LocalDate> days = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            @Nullable Date day = row.getDate(column(use));
            if (day != null) {
                days.put(use, day.toLocalDate());
            }
        }
        return LastUse.of(days);
    }
}
