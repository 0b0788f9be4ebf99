/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Rows in an embedded database that were written between many others that were deleted again, so
 * that H2 moves them about in its file whenever it closes it.
 */
final class KeptRows {
    private static final int COMMITS = 10;

    /** What each row has, which compression cannot make much shorter. */
    private static final String TEXT = "repeat(cast(random_uuid() as varchar), 10)";

    private static final int LENGTH = 360;

    private KeptRows() {}

    /**
     * Opens the database, adds rows and closes it, again and again.
     *
     * @param committed hears how many rows there are, after each commit
     */
    static void write(String url, int rounds, int rowsPerCommit, IntConsumer committed)
            throws SQLException {
        for (int round = 0; round < rounds; round++) {
            Database database = Database.at(url, Optional.empty(), Optional.empty(), 1);
            try (Connection connection = database.forCommands().getConnection();
                    Statement statement = connection.createStatement()) {
                for (String table : new String[] {"kept", "passing"}) {
                    statement.execute(
                            "create table if not exists "
                                    + table
                                    + " (id int primary key, text varchar)");
                }
                int rows = count(statement);
                for (int n = 0; n < COMMITS; n++) {
                    statement.execute(insert("passing", 1, 10 * rowsPerCommit));
                    statement.execute(insert("kept", rows + 1, rows + rowsPerCommit));
                    rows += rowsPerCommit;
                    committed.accept(rows);
                    statement.execute("update passing set text = text || 'x' where mod(id, 3) = 0");
                    statement.execute("delete from passing");
                }
            }
        }
    }

    private static String insert(String table, int from, int to) {
        return String.format(
                "insert into %s select \"X\", %s from system_range(%d, %d)", table, TEXT, from, to);
    }

    /** Returns how many rows are there, and as they were; closes the file without writing. */
    static int in(Path folder, String name) throws SQLException {
        try (Connection connection =
                        Database.embedded(folder, name, 1).forCommands().getConnection();
                Statement statement = connection.createStatement()) {
            int rows = exist(statement) ? count(statement) : 0;
            try {
                statement.execute("shutdown immediately");
            } catch (SQLException e) {
                // The connection does not outlive what it says.
            }
            return rows;
        }
    }

    private static boolean exist(Statement statement) throws SQLException {
        try (ResultSet tables =
                statement.executeQuery(
                        "select 1 from information_schema.tables where table_name = 'kept'")) {
            return tables.next();
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet answer =
                statement.executeQuery(
                        "select count(*) from kept where length(text) = " + LENGTH)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
