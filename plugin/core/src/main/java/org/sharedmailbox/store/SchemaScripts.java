/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.sharedmailbox.transaction.SchemaVersions;

/** The scripts that make and upgrade the schema, for one database. */
final class SchemaScripts {
    /** The table in which the library notes what was run. */
    static final String HISTORY = "shared_mailbox_schema_history";

    private final FluentConfiguration configuration;

    /**
     * @param dataSource connections to that database
     */
    SchemaScripts(DataSource dataSource, Database database) {
        this.configuration =
                Flyway.configure(SchemaScripts.class.getClassLoader())
                        .loggers(MigrationLogs.class.getName())
                        .dataSource(dataSource)
                        .locations("classpath:org/sharedmailbox/store/db/migration")
                        .placeholders(database.placeholders())
                        .table(HISTORY)
                        // The database may be James's own; the other tables in it are not ours to
                        // check.
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .createSchemas(false);
        database.initialSql().ifPresent(configuration::initSql);
        // Named, so that nothing is made elsewhere, whatever the connection's own is.
        database.schema().ifPresent(name -> configuration.schemas(name).defaultSchema(name));
    }

    /**
     * Brings the schema up to date, and returns the version that it then has.
     *
     * @throws NewerSchemaException if it is that of a newer version of the plugin; nothing has been
     *     changed
     * @throws FlywayException if that is not possible now
     */
    int run() {
        Flyway flyway = configuration.load();
        refuseNewer(flyway);
        migrate(flyway);
        // Another server may have upgraded it meanwhile.
        refuseNewer(flyway);
        return highest(flyway, migration -> !isOfNewerPlugin(migration));
    }

    /**
     * Runs what has not been run yet. Servers that start at once wait for one another only once
     * there is a history: one that has seen none takes the tables that another has just made for
     * somebody else's, and gives up. Then there is one, and the second attempt waits.
     */
    private static void migrate(Flyway flyway) {
        boolean fresh = flyway.info().applied().length == 0;
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            if (!fresh || e.getCause() != null) {
                throw e;
            }
            flyway.migrate();
        }
    }

    /** Returns the highest version that there is a script for. */
    int known() {
        return highest(configuration.load(), migration -> !isOfNewerPlugin(migration));
    }

    /** Brings an empty database up to that version, and not further. */
    void runTo(int version) {
        configuration.target(String.valueOf(version)).load().migrate();
    }

    private static void refuseNewer(Flyway flyway) {
        int newer = highest(flyway, SchemaScripts::isOfNewerPlugin);
        if (newer > 0) {
            throw new NewerSchemaException(
                    SchemaVersions.of(
                            newer, highest(flyway, migration -> !isOfNewerPlugin(migration))));
        }
    }

    /** Returns whether it was run on the database, and there is no script for it here. */
    private static boolean isOfNewerPlugin(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }

    private static int highest(Flyway flyway, Predicate<MigrationInfo> which) {
        return Arrays.stream(flyway.info().all())
                .filter(which)
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .mapToInt(version -> Integer.parseInt(version.getVersion()))
                .max()
                .orElse(0);
    }
}
