/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;

/**
 * The schema of PostgreSQL that the operator wants the tables in. It is made if it is missing and
 * the user may make it; what is missing for that is told as the SQL that an administrator of the
 * database has to run. Thread-safe.
 */
final class StoreSchema {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final DataSource dataSource;
    private final Optional<String> name;

    /**
     * @param name empty for the schema that the database has for the user, which is never made
     */
    StoreSchema(DataSource dataSource, Optional<String> name) {
        this.dataSource = dataSource;
        this.name = name;
    }

    /**
     * Makes the schema, if it is missing, unless its tables would be beside those of another one.
     *
     * @throws UnusableSchemaException if they would, or if the user may not make or use the schema
     * @throws ConnectionException if the database cannot be asked
     */
    void prepareAlone() {
        try (Connection connection = dataSource.getConnection()) {
            EarlierTables.refuseElsewhere(
                    connection,
                    name.isPresent() ? name : Optional.ofNullable(connection.getSchema()));
            if (name.isPresent()) {
                prepare(connection, name.get());
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /**
     * Makes the schema, if it is missing, for tables that are copied from elsewhere.
     *
     * @throws UnusableSchemaException if the user may not do that, or not use it
     * @throws ConnectionException if the database cannot be asked
     */
    void prepare() {
        if (name.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            prepare(connection, name.get());
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static void prepare(Connection connection, String schema) throws SQLException {
        // Asked before, because PostgreSQL refuses to make what is there already, too.
        Optional<Boolean> usable = isUsable(connection, schema);
        if (usable.isEmpty()) {
            create(connection, schema);
        } else if (!usable.get()) {
            throw new UnusableSchemaException(
                    String.format(
                            "%1$s may not use the schema %2$s of the store: let an administrator of"
                                    + " the database run: grant usage, create on schema \"%2$s\" to"
                                    + " \"%1$s\"",
                            user(connection), schema));
        }
        CurrentSchema.require(connection, schema);
    }

    /** Returns whether the user may use the schema; empty if it is not there. */
    private static Optional<Boolean> isUsable(Connection connection, String schema)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select has_schema_privilege(oid, 'USAGE') from pg_namespace"
                                + " where nspname = ?")) {
            query.setString(1, schema);
            try (ResultSet answer = query.executeQuery()) {
                return answer.next() ? Optional.of(answer.getBoolean(1)) : Optional.empty();
            }
        }
    }

    private static void create(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists \"" + schema + "\"");
        } catch (SQLException e) {
            if (isUsable(connection, schema).orElse(false)) {
                return; // made by another server at the same time
            }
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw e;
            }
            throw new UnusableSchemaException(
                    String.format(
                            "The schema %2$s of the store is missing, and %1$s may not make it: let"
                                    + " an administrator of the database run: create schema"
                                    + " \"%2$s\" authorization \"%1$s\"",
                            user(connection), schema));
        }
    }

    private static String user(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select current_user")) {
            answer.next();
            return answer.getString(1);
        }
    }
}
