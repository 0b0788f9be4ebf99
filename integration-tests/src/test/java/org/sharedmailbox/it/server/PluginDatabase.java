/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sharedmailbox.store.Consistency;

/**
 * What the plugin has stored, read past the plugin, with the driver that is in its jar under a name
 * of its own: an embedded database cannot be read by any other, and only while James is stopped.
 */
public final class PluginDatabase implements AutoCloseable {
    private final URLClassLoader classes;
    private final Connection connection;

    private PluginDatabase(URLClassLoader classes, Connection connection) {
        this.classes = classes;
        this.connection = connection;
    }

    static PluginDatabase embedded(Path store, Path plugin) {
        return open(
                "jdbc:h2:file:" + store + ";DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE",
                "org.sharedmailbox.shaded.h2.Driver",
                plugin);
    }

    static PluginDatabase postgresql(String url, Path plugin) {
        return open(url, "org.sharedmailbox.shaded.postgresql.Driver", plugin);
    }

    private static PluginDatabase open(String url, String driver, Path plugin) {
        try {
            URLClassLoader classes = new URLClassLoader(new URL[] {plugin.toUri().toURL()});
            Driver found =
                    (Driver) classes.loadClass(driver).getDeclaredConstructor().newInstance();
            return new PluginDatabase(classes, found.connect(url, new Properties()));
        } catch (SQLException | IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("The plugin's store cannot be read", e);
        }
    }

    Connection connection() {
        return connection;
    }

    /** The only column of a query, row by row. */
    public List<String> column(String query) {
        List<String> column = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                column.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
        return column;
    }

    /** Runs a statement that changes it. */
    public void change(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What in it contradicts the rest. */
    public List<String> contradictions() {
        try {
            return Consistency.violations(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (classes) {
            connection.close();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
