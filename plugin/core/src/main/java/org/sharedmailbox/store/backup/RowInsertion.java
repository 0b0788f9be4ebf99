/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the rows of one table into a database, many at a time. */
final class RowInsertion {
    private static final int BATCH = 1000;

    private final StoreTable table;
    private final PreparedStatement statement;
    private final boolean embedded;
    private int waiting;
    private @Nullable Object firstWaiting;
    private @Nullable Object lastWaiting;

    /**
     * @param embedded whether it is H2, and not PostgreSQL
     */
    RowInsertion(Connection connection, StoreTable table, boolean embedded) throws SQLException {
        this.table = table;
        this.statement = connection.prepareStatement(table.insertion());
        this.embedded = embedded;
    }

    /**
     * @param values in the order of the table's columns
     */
    void add(List<@Nullable Object> values) throws SQLException {
        int at = 0;
        for (var column : table.columns().entrySet()) {
            Object value = values.get(at);
            requireStorable(column.getKey(), value, values.get(0));
            column.getValue().bind(statement, at + 1, value);
            at++;
        }
        statement.addBatch();
        firstWaiting = waiting == 0 ? values.get(0) : firstWaiting;
        lastWaiting = values.get(0);
        waiting++;
        if (waiting == BATCH) {
            insert();
        }
    }

    private void requireStorable(
            String column, @Nullable Object value, @Nullable Object firstOfRow) {
        if (!embedded && value instanceof String && ((String) value).indexOf('\0') >= 0) {
            throw new TransferRefusedException(
                    String.format(
                            "%s of the row '%s' of %s has a NUL character (U+0000), which"
                                    + " PostgreSQL cannot store; everything was undone: change it in"
                                    + " the store that it comes from",
                            column, firstOfRow, table.name()));
        }
    }

    void end() throws SQLException {
        try (statement) {
            if (waiting > 0) {
                insert();
            }
        }
    }

    private void insert() throws SQLException {
        try {
            statement.executeBatch();
            waiting = 0;
        } catch (SQLException e) {
            // What the batch says repeats all values; the database's own answer is behind it.
            SQLException answer = e.getNextException() == null ? e : e.getNextException();
            throw new SQLException(
                    String.format(
                            "it does not take a row of the table %s, from '%s' to '%s': %s",
                            table.name(), firstWaiting, lastWaiting, answer.getMessage()),
                    answer.getSQLState(),
                    answer.getErrorCode(),
                    e);
        }
    }
}
