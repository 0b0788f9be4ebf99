/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.sql.Connection;
import java.sql.SQLException;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.store.DirectAccess;

/** The end of a transfer, after which it may be too late to undo everything. */
final class TransferEnd {
    private final DirectAccess database;

    TransferEnd(DirectAccess database) {
        this.database = database;
    }

    /**
     * Commits, and brings the tables up to date.
     *
     * @throws TransferRefusedException if the rows are there but the tables are not up to date, or
     *     if it is not known whether they are there
     */
    void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (DirectAccess.isUndone(e)) {
                throw e;
            }
            throw new TransferRefusedException(
                    String.format(
                            "%s failed at the very end (%s), so that either all rows are there or"
                                    + " none: run the same command again, which says that there is"
                                    + " a store already if they are",
                            database, e.getMessage()),
                    e);
        }
        try {
            database.upgrade();
        } catch (SQLException | StoreUnavailableException e) {
            throw new TransferRefusedException(
                    String.format(
                            "All rows are in %s, but its tables are still of an earlier version"
                                    + " (%s): James upgrades them when it starts",
                            database, FailureText.of(e)),
                    e);
        }
    }
}
