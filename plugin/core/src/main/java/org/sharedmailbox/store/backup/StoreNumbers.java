/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers that a database gives next: no number may be given twice, also after those rows are
 * gone that had the highest.
 */
final class StoreNumbers {
    private static final String H2_COLUMN =
            "select identity_base from information_schema.columns where table_schema = 'public'"
                    + " and table_name = ? and column_name = ?";
    private static final String H2_SEQUENCE =
            "select base_value from information_schema.sequences where sequence_schema = 'public'"
                    + " and sequence_name = ?";
    private static final String POSTGRESQL_COLUMN = "select pg_get_serial_sequence(?, ?)";
    private static final String POSTGRESQL_SEQUENCE =
            "select case when is_called then last_value + 1 else last_value end from ";

    private final Connection connection;
    private final boolean embedded;

    /**
     * @param embedded whether it is H2, and not PostgreSQL
     */
    StoreNumbers(Connection connection, boolean embedded) {
        this.connection = connection;
        this.embedded = embedded;
    }

    Map<String, Long> read(StoreShape shape) throws SQLException {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (StoreTable table : shape.tables()) {
            Optional<String> column = table.numbered();
            if (column.isPresent()) {
                numbers.put(
                        table.name() + "." + column.get(), ofColumn(table.name(), column.get()));
            }
        }
        for (String sequence : shape.sequences()) {
            numbers.put(sequence, ofSequence(sequence));
        }
        return numbers;
    }

    private long ofColumn(String table, String column) throws SQLException {
        return embedded
                ? Long.parseLong(only(H2_COLUMN, table, column))
                : ofSequence(only(POSTGRESQL_COLUMN, table, column));
    }

    /**
     * @param sequence a name that comes from the database or from our scripts
     */
    private long ofSequence(String sequence) throws SQLException {
        return Long.parseLong(
                embedded ? only(H2_SEQUENCE, sequence) : only(POSTGRESQL_SEQUENCE + sequence));
    }

    private String only(String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                String value = rows.next() ? rows.getString(1) : null;
                if (value == null) {
                    throw new SQLException("The database does not say what " + query + " asks");
                }
                return value;
            }
        }
    }

    /** Lets the database go on with these. H2 commits what the transaction has done before. */
    void set(StoreShape shape, Map<String, Long> numbers) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (StoreTable table : shape.tables()) {
                Optional<String> column = table.numbered();
                if (column.isPresent()) {
                    statement.execute(
                            String.format(
                                    "alter table %s alter column %s restart with %d",
                                    table.name(),
                                    column.get(),
                                    numbers.get(table.name() + "." + column.get())));
                }
            }
            for (String sequence : shape.sequences()) {
                statement.execute(
                        String.format(
                                "alter sequence %s restart with %d",
                                sequence, numbers.get(sequence)));
            }
        }
    }
}
