/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables of the store that are in the database already, in whatever schema. Beside them no
 * empty ones are made unless the operator says so: delegations would be gone, and with them all
 * suspensions, blocked sign-ins and policies that switch something off, which would open access.
 */
final class EarlierTables {
    /** What the operator notes at a schema that is to have a store beside another one. */
    static final String OF_ITS_OWN = "a store of its own";

    /** The catalogue has them all, also those that the user may not read. */
    private static final String SCHEMAS =
            "select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where c.relname = ? and c.relkind = 'r' order by n.nspname";

    private static final String COMMENT =
            "select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = ?";

    private EarlierTables() {}

    /**
     * Does nothing if the schema has the tables, or if no schema has.
     *
     * @param schema where the tables are going to be; empty if there is none for the user
     * @throws UnusableSchemaException if they are elsewhere
     */
    static void refuseElsewhere(Connection connection, Optional<String> schema)
            throws SQLException {
        List<String> found = column(connection, SCHEMAS, SchemaScripts.HISTORY);
        if (found.isEmpty() || schema.filter(found::contains).isPresent()) {
            return;
        }
        if (schema.isEmpty()) {
            throw new UnusableSchemaException(
                    String.format(
                            "The tables of the store of shared mailboxes are in the schema %s, and"
                                    + " the search_path of %s leads to no schema that it may use:"
                                    + " grant it usage on that one, or correct the search_path;"
                                    + " nothing is made, read or changed until then.",
                            String.join(", ", found), connection.getMetaData().getUserName()));
        }
        if (!column(connection, COMMENT, schema.get()).contains(OF_ITS_OWN)) {
            throw new UnusableSchemaException(elsewhere(found, schema.get()));
        }
    }

    private static String elsewhere(List<String> found, String schema) {
        return String.format(
                "The tables of the store of shared mailboxes are in the schema %1$s, and those of"
                        + " this configuration would be new, empty ones in the schema %2$s: set"
                        + " store.schema=%3$s, or move them (alter table … set schema \"%2$s\", for"
                        + " all tables and sequences: docs/operator/postgresql.md has the SQL), or"
                        + " copy them (store copy); for a second store on purpose run: comment on"
                        + " schema \"%2$s\" is '%4$s'; nothing is made, read or changed until then.",
                String.join(", ", found), schema, found.get(0), OF_ITS_OWN);
    }

    private static List<String> column(Connection connection, String query, String parameter)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(String.valueOf(rows.getString(1)));
                }
                return values;
            }
        }
    }
}
