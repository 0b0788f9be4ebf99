/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.base.Throwables;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.transaction.NonBlocking;
import org.sharedmailbox.transaction.StoreTiming;

/**
 * The database behind all stores. Connects, and brings the schema up to date, when it is first
 * used: a database that is down does not keep James from starting, and is used as soon as it is up
 * again. Thread-safe.
 */
final class JdbcStore implements AutoCloseable {
    private static final String INTEGRITY_CONSTRAINT_VIOLATION = "23";
    private static final String DATA_EXCEPTION = "22";

    private final HikariDataSource pool;
    private final Migrations migrations;
    private final StoreCircuit circuit;
    private final Optional<Duration> lookUpTimeout;
    private final StoreTiming timing;
    private final Jdbi jdbi;

    /** Whether the thread is in a transaction, and so needs no other connection. */
    private final ThreadLocal<Boolean> connected = ThreadLocal.withInitial(() -> false);

    private JdbcStore(Database database, HikariDataSource pool, StoreTiming timing) {
        this.pool = pool;
        this.timing = timing;
        this.migrations = new Migrations(pool, database.placeholders());
        this.circuit = new StoreCircuit(database.forProbing(), pool);
        this.lookUpTimeout = database.lookUpTimeout();
        this.jdbi = Jdbi.create(pool).registerArgument(new InstantArguments());
    }

    /** Opens the store of that database, without connecting to it. */
    static JdbcStore open(Database database) {
        return open(database, StoreTiming.NONE);
    }

    /** Opens it, with what measures how long look-ups take. */
    static JdbcStore open(Database database, StoreTiming timing) {
        return new JdbcStore(database, database.newPool(), timing);
    }

    /**
     * Does the work with a connection: that of the thread's transaction, if it is in one.
     *
     * @throws StoreUnavailableException if the database does not answer as it should
     */
    <T> T with(HandleCallback<T, RuntimeException> work) {
        return translated(() -> jdbi.withHandle(work));
    }

    /**
     * Looks up with a connection what a command waits for: like {@link #with}, but gives up after a
     * short time, and not after the time that administration may take. In a transaction its time
     * limit stays.
     *
     * @throws StoreUnavailableException if the database does not answer as it should
     */
    <T> T lookUp(HandleCallback<T, RuntimeException> work) {
        // Asked before, so that what does not wait for the store is not measured.
        if (!connected.get()) {
            circuit.requireClosed();
        }
        NonBlocking.aboutToBlock();
        return timing.time(() -> lookUpNow(work));
    }

    private <T> T lookUpNow(HandleCallback<T, RuntimeException> work) {
        return with(
                handle -> {
                    if (!handle.isInTransaction()) {
                        lookUpTimeout.ifPresent(limit -> limit(handle.getConnection(), limit));
                    }
                    return work.withHandle(handle);
                });
    }

    /** Limits the wait for answers until the pool takes the connection back. */
    private static void limit(Connection connection, Duration limit) {
        try {
            // The driver needs no thread for it.
            connection.setNetworkTimeout(Runnable::run, (int) limit.toMillis());
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** Does the work in a transaction: in that of this thread, if there is one already. */
    <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        return translated(() -> jdbi.inTransaction(handle -> connected(handle, work)));
    }

    private <T> T connected(Handle handle, HandleCallback<T, RuntimeException> work) {
        if (connected.get()) {
            return work.withHandle(handle);
        }
        connected.set(true);
        try {
            return work.withHandle(handle);
        } finally {
            connected.remove();
        }
    }

    /** Does work that returns nothing in a transaction. */
    void change(Consumer<Handle> work) {
        inTransaction(
                handle -> {
                    work.accept(handle);
                    return true;
                });
    }

    private <T> T translated(Supplier<T> work) {
        if (!connected.get()) {
            circuit.requireClosed();
        }
        NonBlocking.aboutToBlock();
        try {
            migrations.run();
            return work.get();
        } catch (JdbiException | FlywayException e) {
            circuit.failed(e);
            throw translated(e);
        }
    }

    private static RuntimeException translated(RuntimeException e) {
        Optional<SQLException> answer =
                Throwables.getCausalChain(e).stream()
                        .filter(SQLException.class::isInstance)
                        .map(SQLException.class::cast)
                        .reduce((outer, inner) -> inner);
        if (answer.map(SQLException::getSQLState).filter(JdbcStore::isAboutTheChange).isPresent()) {
            return new IllegalStateException("The store refuses this change", e);
        }
        // Only the database's own message: the library's repeats the statement and its values.
        return new StoreUnavailableException(
                "The store of shared mailboxes does not answer: "
                        + answer.map(Throwable::getMessage).orElse(e.getMessage()),
                e);
    }

    private static boolean isAboutTheChange(String state) {
        return state.startsWith(INTEGRITY_CONSTRAINT_VIOLATION) || state.startsWith(DATA_EXCEPTION);
    }

    /** Returns for how long the database has been known to be away. */
    Optional<Duration> awayFor() {
        return circuit.openFor();
    }

    /** Returns the version to which the schema is brought up; for use after a first look-up. */
    int knownSchema() {
        return migrations.known();
    }

    @Override
    public void close() {
        circuit.close();
        pool.close();
    }
}
