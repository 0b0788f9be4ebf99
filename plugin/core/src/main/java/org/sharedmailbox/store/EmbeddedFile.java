/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the embedded database, which is never opened while its file is seen to be damaged,
 * and let go of as soon as it is found to be: whatever H2 wrote then could overwrite what can still
 * be rescued. Thread-safe.
 */
final class EmbeddedFile extends ForwardingDataSource {
    /** What H2 has not closed by then, it never closes. */
    private static final Duration CLOSING_TIME = Duration.ofSeconds(1);

    private final DataSource database;
    private final String name;

    /** Connections that may still be open. */
    private final List<Connection> connections = new ArrayList<>();

    private @Nullable SQLException givenUp;

    /** In nanoseconds; null while somebody is connected, or H2 has closed the file. */
    private @Nullable Long openForNobodySince;

    /**
     * @param database opens its file by a {@link CheckedFilePath}
     * @param name that of the database for H2, whose file need not exist
     */
    EmbeddedFile(DataSource database, String name) {
        super(database);
        this.database = database;
        this.name = name;
    }

    /**
     * @throws DamagedFileException if the file is damaged; it has not been changed
     */
    @Override
    public synchronized Connection getConnection() throws SQLException {
        if (givenUp != null) {
            throw givenUp;
        }
        try {
            Connection connection = connect();
            forgetClosed();
            connections.add(connection);
            return connection;
        } catch (SQLException e) {
            throw translate(e);
        }
    }

    private Connection connect() throws SQLException {
        try {
            Connection connection = database.getConnection();
            openForNobodySince = null;
            return connection;
        } catch (SQLException e) {
            if (Causes.of(e).noneMatch(CheckedFilePath.InUseException.class::isInstance)) {
                throw e;
            }
            if (!isForgotten()) {
                throw new SQLException(
                        CheckedFilePath.fileName(name) + " is in use",
                        String.valueOf(ErrorCode.DATABASE_ALREADY_OPEN_1),
                        ErrorCode.DATABASE_ALREADY_OPEN_1,
                        e);
            }
            closeForgotten(e);
            return database.getConnection();
        }
    }

    /** Returns whether nobody is connected, and H2 has had the time to close the file. */
    private boolean isForgotten() throws SQLException {
        forgetClosed();
        if (!connections.isEmpty()) {
            openForNobodySince = null;
            return false;
        }
        long now = System.nanoTime();
        if (openForNobodySince == null) {
            openForNobodySince = now;
        }
        return now - openForNobodySince >= CLOSING_TIME.toNanos();
    }

    private void closeForgotten(SQLException refusal) throws SQLException {
        try {
            CheckedFilePath.closeForgotten(name);
        } catch (IOException e) {
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private SQLException translate(SQLException failure) {
        Optional<String> how = DamagedFileException.howIn(failure);
        if (how.isPresent()) {
            return damaged(how.get(), null);
        }
        return DamagedFileException.isToldBy(failure)
                ? damaged("H2 cannot open it", failure)
                : failure;
    }

    private DamagedFileException damaged(String how, @Nullable Throwable cause) {
        return new DamagedFileException(CheckedFilePath.fileName(name), how, cause);
    }

    private void forgetClosed() throws SQLException {
        for (Iterator<Connection> each = connections.iterator(); each.hasNext(); ) {
            if (each.next().isClosed()) {
                each.remove();
            }
        }
    }

    boolean exists() {
        return CheckedFilePath.exists(name);
    }

    /**
     * Returns what is wrong with the file if that is what the failure comes from, and lets go of a
     * file that is open.
     */
    synchronized Optional<String> damageToldBy(RuntimeException failure) {
        Optional<String> known = DamagedFileException.messageIn(failure);
        if (known.isPresent()) {
            return known;
        }
        if (!DamagedFileException.isToldBy(failure)) {
            return Optional.empty();
        }
        SQLException told = givenUp;
        if (told == null) {
            told = damaged("H2 cannot read all of it", null);
            givenUp = told;
            letGo(failure);
        }
        return Optional.ofNullable(told.getMessage());
    }

    /** Closes the database, unless it has closed itself: a new connection would open it again. */
    private void letGo(RuntimeException failure) {
        try {
            forgetClosed();
            if (!connections.isEmpty()) {
                try (Statement statement = connections.get(0).createStatement()) {
                    // Anything else would tidy up, and write.
                    statement.execute("shutdown immediately");
                }
            }
        } catch (SQLException e) {
            // The connection does not outlive what it says.
            failure.addSuppressed(e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The user is that of the settings");
    }
}
