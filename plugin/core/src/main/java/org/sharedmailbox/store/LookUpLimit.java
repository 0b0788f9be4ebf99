/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/** The longest time that a look-up may take. Immutable. */
final class LookUpLimit {
    private final Optional<Duration> limit;

    /**
     * @param limit empty for a database that runs in this process
     */
    LookUpLimit(Optional<Duration> limit) {
        this.limit = limit;
    }

    /** Limits what is asked by the handle until the pool takes its connection back. */
    void applyTo(Handle handle) {
        limit.ifPresent(time -> apply(time, handle));
    }

    /**
     * Has the database end what takes longer: if we just stopped listening, it would go on, or wait
     * for a lock, in one connection after the other. One that says nothing is not waited for.
     */
    private static void apply(Duration time, Handle handle) {
        handle.getConfig(SqlStatements.class).setQueryTimeout((int) time.toSeconds());
        try {
            // The driver needs no thread for it.
            handle.getConnection()
                    .setNetworkTimeout(
                            Runnable::run, (int) time.plus(Database.CANCEL_TIMEOUT).toMillis());
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}
