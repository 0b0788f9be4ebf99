/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.jdbi.v3.core.ConnectionException;
import org.sharedmailbox.failure.StoreUnavailableException;

/**
 * A store past its pool, caches and locks, for what moves all of it. Works without James, so that
 * it uses nothing that James brings.
 */
public final class DirectAccess {
    /** The table that no backup has: whoever fills a database makes its own. */
    public static final String HISTORY = SchemaScripts.HISTORY;

    private static final String VERSION =
            "select max(cast(\"version\" as integer)) from "
                    + SchemaScripts.HISTORY
                    + " where \"success\"";

    private final Database database;

    public DirectAccess(Database database) {
        this.database = database;
    }

    /** Returns access to an empty database in memory, which lasts as long as it is connected. */
    public static DirectAccess toScratch() {
        return new DirectAccess(
                Database.at(
                        "jdbc:h2:mem:" + UUID.randomUUID(), Optional.empty(), Optional.empty(), 1));
    }

    /** Returns the highest version of the tables that this program knows. */
    public static int knownVersion() {
        return toScratch().scripts().known();
    }

    /** Returns whether the database refuses because another process uses its file. */
    public static boolean isInUse(SQLException refusal) {
        return refusal.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
    }

    /** Returns whether the database says that it has undone what it was to commit. */
    public static boolean isUndone(SQLException refusal) {
        return StoreFailures.isUndone(refusal);
    }

    /**
     * Returns a connection, which the caller closes. Creates an embedded database that is missing.
     */
    public Connection connect() throws SQLException {
        return database.forCommands().getConnection();
    }

    /** Returns whether it is an embedded database whose file is not there. */
    public boolean isMissing() {
        return database.file().map(file -> !file.exists()).orElse(false);
    }

    /** Returns whether it is H2, and not PostgreSQL. */
    public boolean isEmbedded() {
        return database.isEmbedded();
    }

    /**
     * Begins a transaction in which the connection sees all tables as they are at its first
     * question, whoever writes. On PostgreSQL nothing is set beyond it: behind a PgBouncer that
     * pools transactions the next one may be on another connection, and this one somebody else's.
     */
    public void beginSnapshot(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isEmbedded()) {
                // H2 knows no other way. The connection is nobody else's, and is closed.
                statement.execute(
                        "set session characteristics as transaction isolation level snapshot");
                connection.setAutoCommit(false);
            } else {
                connection.setAutoCommit(false);
                statement.execute("set transaction isolation level repeatable read, read only");
            }
        }
    }

    /** Returns the version of the tables there; empty if there are none of ours. */
    public Optional<Integer> storedVersion(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        // PostgreSQL says so of a schema that is not there: it would look into all others.
        if (schema == null) {
            return Optional.empty();
        }
        try (ResultSet tables =
                connection.getMetaData().getTables(null, schema, SchemaScripts.HISTORY, null)) {
            if (!tables.next()) {
                return Optional.empty();
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(VERSION)) {
            return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
        }
    }

    /**
     * Makes the schema of PostgreSQL that the tables are to be in, if it is missing.
     *
     * @throws StoreUnavailableException if the user may not do that
     */
    public void prepareSchema() throws SQLException {
        try {
            new StoreSchema(database.forCommands(), database.schema()).prepare();
        } catch (ConnectionException e) {
            throw e.getCause() instanceof SQLException
                    ? (SQLException) e.getCause()
                    : new SQLException(e.getMessage(), e);
        }
    }

    /**
     * Brings the tables up to that version, and not further.
     *
     * @throws SQLException if that is not possible
     */
    public void upgradeTo(int version) throws SQLException {
        try {
            scripts().runTo(version);
        } catch (FlywayException e) {
            throw cause(e);
        }
    }

    /**
     * Brings the tables up to the version that this program knows.
     *
     * @throws StoreUnavailableException if they are of a newer one
     * @throws SQLException if that is not possible
     */
    public void upgrade() throws SQLException {
        try {
            scripts().run();
        } catch (FlywayException e) {
            throw cause(e);
        }
    }

    /** Returns what the database has said: the library's own message has many lines. */
    private static SQLException cause(FlywayException e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return cause == null
                ? new SQLException("The tables cannot be made: " + e.getMessage(), e)
                : (SQLException) cause;
    }

    private SchemaScripts scripts() {
        return new SchemaScripts(database.forUpgrades(), database);
    }

    /** Returns where it is, without the password. */
    @Override
    public String toString() {
        return database.toString();
    }
}
