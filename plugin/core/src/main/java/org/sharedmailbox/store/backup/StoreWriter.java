/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.store.DirectAccess;

/**
 * Fills a database that has no store, or an empty one. All rows come in one transaction, and each
 * table is read again and compared with what was sent before that ends: if anything fails, the
 * store there is as empty as before.
 */
final class StoreWriter implements StoreSink, AutoCloseable {
    private final DirectAccess database;
    private final ArrivingDelegations delegations;
    private final Connection connection;
    private @Nullable StoreTable table;
    private @Nullable RowInsertion insertion;
    private TableSum stored = new TableSum();

    StoreWriter(DirectAccess database, ArrivingDelegations delegations) throws SQLException {
        this.database = database;
        this.delegations = delegations;
        this.connection = database.connect();
    }

    @Override
    public void begin(int version, StoreShape shape, Map<String, Long> numbers)
            throws SQLException {
        delegations.requirePossible(shape);
        Optional<Integer> stored = database.storedVersion(connection);
        if (stored.isPresent()) {
            requireEmpty(StoreShape.ofVersion(Math.min(stored.get(), DirectAccess.knownVersion())));
        }
        if (stored.orElse(0) > version) {
            throw new TransferRefusedException(
                    String.format(
                            "The tables in %s are empty, but of version %d, and what is to go there"
                                    + " is of version %d: name a database in which there are none"
                                    + " yet",
                            database, stored.get(), version));
        }
        if (stored.orElse(0) < version) {
            database.prepareSchema();
            database.upgradeTo(version);
        }
        connection.setAutoCommit(false);
        lock(shape);
        requireEmpty(shape);
        new StoreNumbers(connection, database.isEmbedded()).set(shape, numbers);
    }

    /** Nobody writes there meanwhile. An embedded database is ours alone anyway. */
    private void lock(StoreShape shape) throws SQLException {
        if (!database.isEmbedded()) {
            try (Statement statement = connection.createStatement()) {
                for (StoreTable one : shape.tables()) {
                    statement.execute("lock table " + one.name() + " in exclusive mode");
                }
            }
        }
    }

    private void requireEmpty(StoreShape shape) throws SQLException {
        for (StoreTable one : shape.tables()) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("select 1 from " + one.name() + " limit 1")) {
                if (rows.next()) {
                    throw new TransferRefusedException(
                            String.format(
                                    "There is a store in %s already (its table %s has rows), and"
                                            + " nothing in it has been changed: name an empty"
                                            + " database, or move that store away first",
                                    database, one.name()));
                }
            }
        }
    }

    @Override
    public void table(StoreTable next) throws SQLException {
        table = next;
        insertion = new RowInsertion(connection, next, database.isEmbedded());
        stored = new TableSum();
    }

    @Override
    public void row(List<@Nullable Object> values) throws SQLException {
        List<@Nullable Object> arriving = delegations.arriving(begun(table), values);
        stored.add(arriving);
        begun(insertion).add(arriving);
    }

    @Override
    public void endTable(TableSum sum) throws SQLException {
        begun(insertion).end();
        TableSum arrived = StoreReader.sumOf(connection, begun(table));
        // What was sent is whole, which its source knows; some of it may be stored otherwise.
        if (stored.rows() != sum.rows() || !arrived.isSameAs(stored.rows(), stored.sum())) {
            throw new TransferRefusedException(
                    String.format(
                            "The table %s in %s is not what was sent (%d rows instead of %d, or"
                                    + " others), so that everything was undone",
                            begun(table).name(), database, arrived.rows(), sum.rows()));
        }
    }

    /** Commits, and brings the tables up to date. */
    @Override
    public void end() throws SQLException {
        new TransferEnd(database).commit(connection);
    }

    private static <T> T begun(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("No table has begun");
        }
        return value;
    }

    /** What has not been committed is undone. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }
}
