/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema up to date once, when the database first answers. What is upgraded by another
 * server later is no reason to stop this one. Thread-safe.
 */
final class Migrations {
    /**
     * Somebody may mend it meanwhile, e.g. restore an older schema; commands need not ask each
     * time.
     */
    private static final Duration REFUSAL_KEPT = Duration.ofSeconds(10);

    private static final Logger LOGGER = LoggerFactory.getLogger(Migrations.class);

    private final Runnable preparation;
    private final SchemaScripts scripts;
    private final Ticker ticker;
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean done;

    /** The highest version that there is a script for; known once done. */
    private volatile int known;

    private volatile @Nullable UnusableSchemaException refusal;

    private volatile long refusedAt;

    /** When the attempt that is under way has begun; null while there is none. */
    private volatile @Nullable Long begun;

    /**
     * @param preparation what is done before, each time; it may refuse, too
     */
    Migrations(Runnable preparation, SchemaScripts scripts, Ticker ticker) {
        this.preparation = preparation;
        this.scripts = scripts;
        this.ticker = ticker;
    }

    /**
     * @throws UnusableSchemaException while only an operator can mend it, e.g. because the schema
     *     is that of a newer version of the plugin
     * @throws ConnectionException if the database cannot be asked
     * @throws FlywayException if the schema cannot be updated now; the next call tries again
     */
    void run() {
        if (!done) {
            migrate();
        }
    }

    private void migrate() {
        refuseAgain();
        if (!acquired()) {
            throw new FlywayException(
                    "The tables of the store are still being brought up to date, which takes long"
                            + " where there are many rows");
        }
        try {
            if (!done) {
                refuseAgain();
                migrateAlone();
            }
        } finally {
            running.unlock();
        }
    }

    private void refuseAgain() {
        UnusableSchemaException last = refusal;
        if (last != null && ticker.read() - refusedAt < REFUSAL_KEPT.toNanos()) {
            throw last;
        }
    }

    /**
     * Callers do not queue up behind others who wait for a database that is down, nor does each
     * wait while large tables are changed: it would be everybody with every command.
     */
    private boolean acquired() {
        try {
            return running.tryLock() || running.tryLock(patience(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private long patience() {
        Long since = begun;
        long longest = Database.CONNECTION_TIMEOUT.toNanos();
        return since == null ? longest : longest - (ticker.read() - since);
    }

    private void migrateAlone() {
        begun = ticker.read();
        try {
            preparation.run();
            known = scripts.run();
            refusal = null;
            done = true;
        } catch (UnusableSchemaException e) {
            refused(e);
            throw e;
        } finally {
            begun = null;
        }
    }

    private void refused(UnusableSchemaException now) {
        UnusableSchemaException last = refusal;
        if (last == null || !Objects.equals(last.getMessage(), now.getMessage())) {
            LOGGER.error(now.getMessage());
        }
        refusedAt = ticker.read();
        refusal = now;
    }

    /** Returns the version that the schema has after {@link #run}. */
    int known() {
        return known;
    }
}
