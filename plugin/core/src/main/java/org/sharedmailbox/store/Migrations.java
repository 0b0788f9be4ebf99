/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema up to date once, when the database first answers. */
final class Migrations {
    private final DataSource dataSource;
    private final Map<String, String> placeholders;
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean done;

    /** The highest version that there is a script for; known once done. */
    private volatile int known;

    /**
     * @param placeholders the values that differ between databases, by their names in the scripts
     */
    Migrations(DataSource dataSource, Map<String, String> placeholders) {
        this.dataSource = dataSource;
        this.placeholders = placeholders;
    }

    /**
     * @throws FlywayException if the schema cannot be updated now; the next call tries again
     */
    void run() {
        if (!done) {
            migrate();
        }
    }

    private void migrate() {
        if (!acquired()) {
            throw new FlywayException("The schema is still being brought up to date");
        }
        try {
            if (!done) {
                migrateAlone();
            }
        } finally {
            running.unlock();
        }
    }

    /** Callers do not queue up behind others who wait for a database that is down. */
    private boolean acquired() {
        try {
            return running.tryLock(Database.CONNECTION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void migrateAlone() {
        Flyway flyway = configured(dataSource, placeholders).load();
        flyway.migrate();
        known = highestScript(flyway);
        done = true;
    }

    private static int highestScript(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState() != MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .mapToInt(version -> Integer.parseInt(version.getVersion()))
                .max()
                .orElse(0);
    }

    /** Returns the version that the schema has after {@link #run}. */
    int known() {
        return known;
    }

    /** Returns how the schema is brought up to date. */
    static FluentConfiguration configured(DataSource dataSource, Map<String, String> placeholders) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .loggers(MigrationLogs.class.getName())
                .dataSource(dataSource)
                .locations("classpath:org/sharedmailbox/store/db/migration")
                .placeholders(placeholders)
                .table("shared_mailbox_schema_history")
                // The database may be James's own; the other tables in it are not ours to check.
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }
}
