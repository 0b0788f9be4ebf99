/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sharedmailbox.store.DirectAccess;

/**
 * The tables and sequences of one version of the store, as the scripts make them in a database that
 * is thrown away again. So no list of ours can lack a table. Immutable.
 */
final class StoreShape {
    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and table_type = 'BASE TABLE' and table_name <> '"
                    + DirectAccess.HISTORY
                    + "' order by table_name";
    private static final String COLUMNS =
            "select column_name, data_type, is_identity from information_schema.columns"
                    + " where table_schema = 'public' and table_name = ? order by ordinal_position";
    private static final String SEQUENCES =
            "select sequence_name from information_schema.sequences"
                    + " where sequence_schema = 'public' order by sequence_name";

    private final List<StoreTable> tables;
    private final List<String> sequences;

    private StoreShape(List<StoreTable> tables, List<String> sequences) {
        this.tables = tables;
        this.sequences = sequences;
    }

    static StoreShape ofVersion(int version) throws SQLException {
        DirectAccess scratch = DirectAccess.toScratch();
        // It lasts as long as this connection.
        try (Connection connection = scratch.connect()) {
            scratch.upgradeTo(version);
            return new StoreShape(parentsFirst(connection), names(connection, SEQUENCES));
        }
    }

    /** Returns the tables, each after those that its rows refer to. */
    List<StoreTable> tables() {
        return tables;
    }

    boolean hasColumn(String table, String column) {
        return tables.stream()
                .anyMatch(one -> one.name().equals(table) && one.columns().containsKey(column));
    }

    List<String> sequences() {
        return sequences;
    }

    private static List<StoreTable> parentsFirst(Connection connection) throws SQLException {
        List<String> left = new ArrayList<>(names(connection, TABLES));
        List<StoreTable> placed = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (!left.isEmpty()) {
            String next = firstWithout(left, names, connection);
            left.remove(next);
            names.add(next);
            placed.add(table(connection, next));
        }
        return List.copyOf(placed);
    }

    /** Returns the first whose parents all have been placed. */
    private static String firstWithout(
            List<String> tables, Set<String> placed, Connection connection) throws SQLException {
        for (String table : tables) {
            if (placed.containsAll(parents(connection.getMetaData(), table))) {
                return table;
            }
        }
        throw new IllegalStateException("These tables refer to each other: " + tables);
    }

    private static Set<String> parents(DatabaseMetaData database, String table)
            throws SQLException {
        Set<String> parents = new HashSet<>();
        try (ResultSet keys = database.getImportedKeys(null, "public", table)) {
            while (keys.next()) {
                parents.add(keys.getString("PKTABLE_NAME"));
            }
        }
        return parents;
    }

    private static StoreTable table(Connection connection, String name) throws SQLException {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        Optional<String> numbered = Optional.empty();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.put(rows.getString(1), ColumnType.declaredAs(rows.getString(2)));
                    if (rows.getString(3).equals("YES")) {
                        numbered = Optional.of(rows.getString(1));
                    }
                }
            }
        }
        return new StoreTable(name, columns, numbered);
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return List.copyOf(names);
    }
}
