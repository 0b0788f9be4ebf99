/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Ticker;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.failure.UnknownOutcomeException;
import org.sharedmailbox.transaction.NonBlocking;
import org.sharedmailbox.transaction.StoreTiming;

/**
 * The database behind all stores. Connects, and brings the schema up to date, when it is first
 * used: a database that is down does not keep James from starting, and is used as soon as it is up
 * again. Thread-safe.
 */
final class JdbcStore implements AutoCloseable {
    private final Database database;
    private final HikariDataSource pool;
    private final Migrations migrations;
    private final StoreCircuit circuit;
    private final ChangeLimit changeLimit;
    private final LookUpLimit lookUpLimit;
    private final StoreTiming timing;
    private final Jdbi jdbi;

    /** Whether the thread is in a transaction, and so needs no other connection. */
    private final ThreadLocal<Boolean> connected = ThreadLocal.withInitial(() -> false);

    private JdbcStore(Database database, HikariDataSource pool, StoreTiming timing, Ticker ticker) {
        this.database = database;
        this.pool = pool;
        this.timing = timing;
        this.migrations =
                new Migrations(
                        database.isEmbedded()
                                ? () -> {}
                                : new StoreSchema(pool, database.schema())::prepareAlone,
                        new SchemaScripts(database.forUpgrades(pool), database),
                        ticker);
        this.circuit = new StoreCircuit(database.forProbing(), pool);
        this.changeLimit = database.changeLimit();
        this.lookUpLimit = new LookUpLimit(database.lookUpTimeout());
        this.jdbi = Jdbi.create(pool).registerArgument(new InstantArguments());
        jdbi.getConfig(SqlStatements.class).addCustomizer(new ChangesInTransactions());
    }

    /** Opens the store of that database, without connecting to it. */
    static JdbcStore open(Database database) {
        return open(database, StoreTiming.NONE, Ticker.systemTicker());
    }

    /** Opens it, with what measures how long look-ups take, and by which timer refusals age. */
    static JdbcStore open(Database database, StoreTiming timing, Ticker ticker) {
        return new JdbcStore(database, database.newPool(), timing, ticker);
    }

    /**
     * Reads with a connection: that of the thread's transaction, if it is in one.
     *
     * @throws StoreUnavailableException if the database does not answer as it should
     */
    <T> T read(HandleCallback<T, RuntimeException> work) {
        return translated(() -> jdbi.withHandle(work));
    }

    /**
     * Looks up with a connection what a command waits for: like {@link #read}, but gives up after a
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
        return read(
                handle -> {
                    if (!handle.isInTransaction()) {
                        lookUpLimit.applyTo(handle);
                    }
                    return work.withHandle(handle);
                });
    }

    /**
     * Does the work in a transaction: in that of this thread, if there is one already. One of its
     * own is run again if the database gives it up in favour of another.
     *
     * @param work must do nothing but read and write by that handle
     * @throws UnknownOutcomeException if the database fails during the commit
     */
    <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        return connected.get()
                ? onceInTransaction(work)
                : Repetition.untilNoConflict(() -> onceInTransaction(work));
    }

    /** Does any work in a transaction, and does it only once. */
    <T> T onceInTransaction(HandleCallback<T, RuntimeException> work) {
        return connected.get()
                ? translated(() -> jdbi.inTransaction(work))
                : committed(work, new AtomicBoolean());
    }

    /**
     * @param worked whether all of the work is done, and only the commit is left
     */
    private <T> T committed(HandleCallback<T, RuntimeException> work, AtomicBoolean worked) {
        try {
            return translated(
                    () ->
                            changeLimit.change(
                                    () ->
                                            jdbi.inTransaction(
                                                    handle -> {
                                                        T result = connected(handle, work);
                                                        worked.set(true);
                                                        return result;
                                                    })));
        } catch (ConflictException e) {
            throw e;
        } catch (StoreUnavailableException e) {
            throw worked.get() && !StoreFailures.isUndone(e) ? new UnknownOutcomeException(e) : e;
        }
    }

    private <T> T connected(Handle handle, HandleCallback<T, RuntimeException> work) {
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

    /** Does work that may fail with what the library throws, which is translated. */
    <T> T translated(Supplier<T> work) {
        if (!connected.get()) {
            circuit.requireClosed();
        }
        NonBlocking.aboutToBlock();
        try {
            migrations.run();
            return work.get();
        } catch (JdbiException | FlywayException e) {
            Optional<String> damage = database.damageToldBy(e);
            damage.ifPresentOrElse(circuit::open, () -> circuit.failed(e));
            throw damage.<RuntimeException>map(told -> StoreFailures.unavailable(told, e))
                    .orElseGet(() -> StoreFailures.translate(e));
        }
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
