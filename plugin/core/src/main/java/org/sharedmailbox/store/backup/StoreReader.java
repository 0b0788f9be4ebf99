/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.store.DirectAccess;

/** Reads a store as it is at one moment, whoever writes there meanwhile. */
final class StoreReader {
    /**
     * Rows that PostgreSQL's driver holds in memory at a time. H2 runs in this process and does not
     * follow it: of a result that is too large for its memory it keeps the rest in a file.
     */
    private static final int FETCHED = 1000;

    private final DirectAccess database;
    private final TransferProgress progress;

    StoreReader(DirectAccess database, TransferProgress progress) {
        this.database = database;
        this.progress = progress;
    }

    /**
     * @throws TransferRefusedException if there is no store, or one of a newer version
     */
    void sendTo(StoreSink sink) throws IOException, SQLException {
        requireStore();
        try (Connection connection = database.connect()) {
            database.beginSnapshot(connection);
            int version = version(connection);
            StoreShape shape = StoreShape.ofVersion(version);
            sink.begin(
                    version,
                    shape,
                    new StoreNumbers(connection, database.isEmbedded()).read(shape));
            for (StoreTable table : shape.tables()) {
                sink.table(table);
                sink.endTable(send(connection, table, sink));
            }
            sink.end();
            connection.rollback();
        }
    }

    /**
     * @throws TransferRefusedException if there is no store, or one of a newer version
     */
    void requireStore() throws SQLException {
        if (database.isMissing()) {
            throw noStore();
        }
        try (Connection connection = database.connect()) {
            version(connection);
        }
    }

    private int version(Connection connection) throws SQLException {
        Optional<Integer> version = database.storedVersion(connection);
        if (version.isEmpty()) {
            throw noStore();
        }
        if (version.get() > DirectAccess.knownVersion()) {
            throw new TransferRefusedException(
                    String.format(
                            "The tables in %s are of version %d, and this program knows only those"
                                    + " up to %d: use the jar of the version that upgraded them",
                            database, version.get(), DirectAccess.knownVersion()));
        }
        return version.get();
    }

    private TransferRefusedException noStore() {
        return new TransferRefusedException("There is no store of shared mailboxes in " + database);
    }

    private TableSum send(Connection connection, StoreTable table, StoreSink sink)
            throws IOException, SQLException {
        TableSum sum = new TableSum();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery(table.selection())) {
                while (rows.next()) {
                    List<@Nullable Object> row = row(table, rows);
                    sum.add(row);
                    sink.row(row);
                    if (sum.rows() % (10L * FETCHED) == 0) {
                        progress.at(table.name(), sum.rows(), false);
                    }
                }
            }
        }
        progress.at(table.name(), sum.rows(), true);
        return sum;
    }

    /** Returns the sum of what is in the table now. */
    static TableSum sumOf(Connection connection, StoreTable table) throws SQLException {
        TableSum sum = new TableSum();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery(table.selection())) {
                while (rows.next()) {
                    sum.add(row(table, rows));
                }
            }
        }
        return sum;
    }

    private static List<@Nullable Object> row(StoreTable table, ResultSet rows)
            throws SQLException {
        List<@Nullable Object> row = new ArrayList<>(table.columns().size());
        int column = 0;
        for (ColumnType type : table.columns().values()) {
            column++;
            row.add(type.read(rows, column));
        }
        return row;
    }
}
