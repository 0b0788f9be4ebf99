/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The stores of a database that is there already, with caches that age as those of the plugin do,
 * and at once when told to. Thread-safe.
 */
public final class AgingStores implements AutoCloseable {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int POOL = 10;

    private final AtomicLong skipped = new AtomicLong();
    private final Database database;
    private final JdbcStores stores;

    private AgingStores(Database database) {
        this.database = database;
        this.stores =
                JdbcStores.open(database, Caching.by(() -> System.nanoTime() + skipped.get()));
    }

    /** Connects, and makes the tables if they are not there. */
    public static AgingStores on(String url) {
        return on(url, POOL);
    }

    /** Does the same with at most so many connections. */
    public static AgingStores on(String url, int poolSize) {
        AgingStores opened =
                new AgingStores(Database.at(url, Optional.empty(), Optional.empty(), poolSize));
        opened.stores.connect();
        return opened;
    }

    public JdbcStores stores() {
        return stores;
    }

    /** Lets everything grow too old that the caches have. */
    public void age() {
        skipped.addAndGet(SECOND);
    }

    public boolean isH2() {
        return database.isEmbedded();
    }

    /** Executes the statements one by one, however long they take. */
    public void execute(List<String> statements) {
        try (var connection = database.forProbing().getConnection();
                var statement = connection.createStatement()) {
            // A statement may take longer than the plugin's own have to.
            if (!isH2()) {
                connection.setNetworkTimeout(Runnable::run, 0);
            }
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the number that a query of the database answers. */
    public long number(String query) {
        try (var connection = database.forProbing().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stores.close();
    }
}
