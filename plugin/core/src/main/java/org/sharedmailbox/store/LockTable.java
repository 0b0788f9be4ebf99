/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A table with a row for each key that transactions lock, whether or not anything else about it is
 * in the database. Immutable.
 */
final class LockTable {
    private final String enter;
    private final String lock;

    /**
     * @param key the name of its only column
     */
    LockTable(String table, String key) {
        this.enter =
                String.format(
                        "insert into %s (%s) values (:key) on conflict do nothing", table, key);
        this.lock =
                String.format(
                        "select %2$s from %1$s where %2$s in (<keys>)"
                                + " order by cast(%2$s as bytea) for update",
                        table, key);
    }

    /** Makes others who lock the key wait until this transaction ends. */
    void enterAndLock(Handle handle, String key) {
        enter(handle, List.of(key));
        lock(handle, List.of(key));
    }

    /** Adds the rows that are missing. */
    void enter(Handle handle, Collection<String> keys) {
        PreparedBatch batch = handle.prepareBatch(enter);
        keys.forEach(key -> batch.bind("key", key).add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Locks existing rows, always in the same order. */
    void lock(Handle handle, List<String> keys) {
        handle.createQuery(lock).bindList("keys", keys).mapTo(String.class).list();
    }
}
