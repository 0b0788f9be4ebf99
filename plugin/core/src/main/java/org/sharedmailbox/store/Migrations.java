/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.logging.LogFactory;

/** Brings the schema up to date once, when the database first answers. */
final class Migrations {
    private final DataSource dataSource;
    private volatile boolean done;

    Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @throws org.flywaydb.core.api.FlywayException if it cannot be done now; the next call tries
     *     again
     */
    void run() {
        if (!done) {
            migrate();
        }
    }

    private synchronized void migrate() {
        if (done) {
            return;
        }
        LogFactory.setLogCreator(MigrationLog::new);
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:org/sharedmailbox/store/db/migration")
                .table("shared_mailbox_schema_history")
                // The database may be James's own: what else is in it is none of our business.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        done = true;
    }
}
