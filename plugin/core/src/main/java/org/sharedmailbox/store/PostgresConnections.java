/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/**
 * Connections to PostgreSQL, each with the password as it is when it is opened: one that was
 * replaced holds for the next connection, without a restart. They are made by the plugin's own
 * driver. {@code DriverManager} would take James's, where James has one: it speaks for the same
 * URLs, in another version.
 */
final class PostgresConnections extends ForwardingDataSource {
    /** The SQL state of a user who is not let in. */
    private static final String INVALID_AUTHORIZATION = "28000";

    private final PGSimpleDataSource settings;
    private final Optional<String> user;
    private final Optional<PasswordSource> password;
    private final Optional<String> schema;

    /**
     * @param settings all but user and password, which count only as they are given here
     * @param schema the one to work in; empty for the one that the database has for the user
     */
    PostgresConnections(
            PGSimpleDataSource settings,
            Optional<String> user,
            Optional<PasswordSource> password,
            Optional<String> schema) {
        super(settings);
        this.settings = settings;
        this.user = user;
        this.password = password;
        this.schema = schema;
        schema.ifPresent(settings::setCurrentSchema);
        // Its package has another name in the bundle than in everybody's documentation.
        String factory = settings.getSslfactory();
        if (factory != null && factory.endsWith(".DefaultJavaSSLFactory")) {
            settings.setSslfactory(DefaultJavaSSLFactory.class.getName());
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties credentials = new Properties();
        user.ifPresent(name -> credentials.setProperty("user", name));
        if (password.isPresent()) {
            credentials.setProperty("password", current(password.get()));
        }
        return connect(credentials);
    }

    private static String current(PasswordSource source) throws SQLException {
        try {
            return source.current();
        } catch (IOException e) {
            throw new SQLException(e.getMessage(), INVALID_AUTHORIZATION, e);
        }
    }

    @Override
    public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
        Properties credentials = new Properties();
        credentials.setProperty("user", otherUser);
        credentials.setProperty("password", otherPassword);
        return connect(credentials);
    }

    private Connection connect(Properties credentials) throws SQLException {
        Connection connection = new Driver().connect(settings.getURL(), credentials);
        if (connection == null) {
            throw new SQLException("The driver of PostgreSQL does not know the URL of the store");
        }
        try {
            if (schema.isPresent()) {
                CurrentSchema.refuseAnother(connection, schema.get());
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }
}
