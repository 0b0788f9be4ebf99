/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.auto.value.AutoValue;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the store's database is, and how to connect to it. */
@AutoValue
public abstract class Database {
    /** How long somebody waits for a connection before the store counts as down. */
    static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);

    /** How long PostgreSQL may take for one statement. */
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(20);

    /**
     * PostgreSQL's dialect; every commit is on disk before it returns, so that a killed server
     * forgets nothing.
     */
    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    + ";LOCK_TIMEOUT=10000;WRITE_DELAY=0";

    Database() {}

    /** H2 in a file of that name in the folder, which is made if it is not there. */
    public static Database embedded(Path folder, String name, int poolSize) {
        // Not "file:", which closes the file under everybody when one thread is interrupted.
        return at(
                "jdbc:h2:async:" + folder.resolve(name).toAbsolutePath(),
                Optional.empty(),
                Optional.empty(),
                poolSize);
    }

    /**
     * @param url a JDBC URL of PostgreSQL or H2
     */
    public static Database at(
            String url, Optional<String> user, Optional<String> password, int poolSize) {
        return new AutoValue_Database(url, user, password, poolSize);
    }

    abstract String url();

    abstract Optional<String> user();

    abstract Optional<String> password();

    abstract int poolSize();

    /** Returns whether no other process can use it meanwhile. */
    boolean isEmbedded() {
        return url().startsWith("jdbc:h2:");
    }

    HikariDataSource newPool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("shared-mailboxes");
        // The driver is named here: DriverManager does not see drivers in extension jars.
        config.setDataSource(isEmbedded() ? h2() : postgresql());
        config.setMaximumPoolSize(poolSize());
        config.setMinimumIdle(1);
        // Whoever waited for a lock must see what the one before them did, whatever the server's
        // own default is: the limit of members rests on it.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        if (isEmbedded()) {
            config.setExceptionOverride(new ClosedDatabases());
        }
        // Never fail for a database that is down when the pool is made.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /**
     * What the scripts that make the schema write differently for this database: how many numbers
     * of audit entries are reserved at a time. H2 writes each reservation to disk in a commit of
     * its own, and there is one process to reserve for. On PostgreSQL each connection would reserve
     * its own, and a later entry could get the lower number.
     */
    Map<String, String> placeholders() {
        return Map.of("reservedNumbers", isEmbedded() ? "1000" : "1");
    }

    private DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url() + H2_OPTIONS);
        source.setUser(user().orElse(""));
        source.setPassword(password().orElse(""));
        return source;
    }

    private DataSource postgresql() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url());
        user().ifPresent(source::setUser);
        password().ifPresent(source::setPassword);
        source.setConnectTimeout((int) CONNECTION_TIMEOUT.toSeconds());
        source.setSocketTimeout((int) STATEMENT_TIMEOUT.toSeconds());
        source.setApplicationName("james-shared-mailboxes");
        return source;
    }

    /** Without the password. */
    @Override
    public final String toString() {
        return url().replaceFirst("\\?.*", "");
    }
}
