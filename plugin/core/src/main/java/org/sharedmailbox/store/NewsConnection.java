/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** A connection beside the pool, on which is heard what servers tell on a {@link NewsChannel}. */
final class NewsConnection implements AutoCloseable {
    private final Connection connection;
    private final PGConnection driver;

    private NewsConnection(Connection connection) throws SQLException {
        this.connection = connection;
        this.driver = connection.unwrap(PGConnection.class);
    }

    static NewsConnection open(DataSource database, NewsChannel channel) throws SQLException {
        Connection connection = database.getConnection();
        try {
            channel.hear(connection);
            return new NewsConnection(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Waits for what is told, and returns all that has been; empty after that time. */
    List<String> await(Duration atMost) throws SQLException {
        // What came while something else was asked: the driver does not count it as new.
        List<String> earlier = payloads(driver.getNotifications());
        return earlier.isEmpty()
                ? payloads(driver.getNotifications(Math.max(1, (int) atMost.toMillis())))
                : earlier;
    }

    private static List<String> payloads(PGNotification @Nullable [] notifications) {
        return notifications == null
                ? ImmutableList.of()
                : Arrays.stream(notifications)
                        .map(PGNotification::getParameter)
                        .collect(ImmutableList.toImmutableList());
    }

    /** Returns whether exactly this is told within that time. */
    boolean hears(String told, Duration atMost) throws SQLException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            if (await(Duration.ofNanos(left)).contains(told)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Asks the database something: whoever only waits does not notice that nobody is there.
     *
     * @throws SQLException if it does not answer
     */
    void requireAlive(Duration atMost) throws SQLException {
        if (!connection.isValid((int) atMost.toSeconds())) {
            throw new SQLException("The database does not answer");
        }
    }

    /** Ends it under the thread that waits. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException("A connection cannot even be given up", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
