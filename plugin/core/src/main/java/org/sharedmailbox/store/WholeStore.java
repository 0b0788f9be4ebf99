/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;

/**
 * All that is in the database, for what reads it beside the pool. What goes wrong there is told,
 * and counts, as whatever goes wrong in the stores. Thread-safe.
 */
public final class WholeStore {
    private final JdbcStore store;
    private final Database database;

    WholeStore(JdbcStore store, Database database) {
        this.store = store;
        this.database = database;
    }

    /**
     * Does that work.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException if the database does not answer
     *     as it should
     */
    public void read(Work work) throws IOException {
        try {
            store.translated(() -> done(work));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean done(Work work) {
        try {
            work.on(database);
            return true;
        } catch (SQLException e) {
            throw new ConnectionException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Work with a database. */
    public interface Work {
        void on(Database database) throws IOException, SQLException;
    }
}
