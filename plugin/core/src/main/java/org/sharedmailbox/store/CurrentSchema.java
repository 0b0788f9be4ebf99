/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The schema of PostgreSQL that a connection works in. It is asked for when it connects, and what
 * is in between may drop that, such as PgBouncer: all tables would be read and made elsewhere.
 */
final class CurrentSchema {
    /** The SQL state of a schema that is not the right one. */
    private static final String INVALID_SCHEMA_NAME = "3F000";

    private CurrentSchema() {}

    /**
     * Refuses a connection that works in another one. One that works in none is let through: the
     * schema may have to be made yet, and nothing is found there meanwhile.
     */
    static void refuseAnother(Connection connection, String wanted) throws SQLException {
        String current = connection.getSchema();
        if (current != null && !current.equals(wanted)) {
            throw new SQLException(complaint(connection, current, wanted), INVALID_SCHEMA_NAME);
        }
    }

    /**
     * @param wanted one that is there, and that the user may use
     * @throws UnusableSchemaException if the connection works in another one or in none
     */
    static void require(Connection connection, String wanted) throws SQLException {
        String current = connection.getSchema();
        if (!wanted.equals(current)) {
            throw new UnusableSchemaException(
                    complaint(connection, current == null ? "none" : current, wanted));
        }
    }

    private static String complaint(Connection connection, String current, String wanted)
            throws SQLException {
        return String.format(
                "Connections work in the schema %1$s and not in %2$s, the one of store.schema,"
                        + " because something before PostgreSQL drops the setting (PgBouncer does"
                        + " with ignore_startup_parameters): let an administrator of the database"
                        + " run: alter role \"%3$s\" in database \"%4$s\" set search_path to"
                        + " \"%2$s\"",
                current, wanted, connection.getMetaData().getUserName(), connection.getCatalog());
    }
}
