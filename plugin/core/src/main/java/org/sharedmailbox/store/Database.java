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

/** The location of the store's database, and how to connect to it. */
@AutoValue
public abstract class Database {
    /** The longest wait for a connection before the store counts as down. */
    static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);

    /** The longest wait for the answer to what a command looks up. */
    private static final Duration LOOK_UP_TIMEOUT = Duration.ofSeconds(2);

    /** The longest wait to see whether a connection from the pool still works. */
    private static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(1);

    /** The longest time that PostgreSQL may take for one statement. */
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(20);

    /**
     * The dialect of PostgreSQL. Every commit is on disk before it returns, so that a server that
     * is killed loses nothing. We close it, after everybody who writes: H2 would not wait for them.
     */
    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    + ";LOCK_TIMEOUT=10000;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    Database() {}

    /** Returns H2 in a file of that name in the folder, which is created if it does not exist. */
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

    /** Returns whether no other process can use the database meanwhile. */
    boolean isEmbedded() {
        return url().startsWith("jdbc:h2:");
    }

    HikariDataSource newPool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("shared-mailboxes");
        // The driver is named here, because DriverManager does not see drivers in extension jars.
        config.setDataSource(isEmbedded() ? h2() : postgresql(STATEMENT_TIMEOUT));
        config.setMaximumPoolSize(poolSize());
        config.setMinimumIdle(1);
        // Whoever waited for a lock must see what its previous holder did, whatever the server's
        // own default is: the limit of members depends on it.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        config.setValidationTimeout(VALIDATION_TIMEOUT.toMillis());
        if (isEmbedded()) {
            config.setExceptionOverride(new ClosedDatabases());
        }
        // The pool can be created while the database is down.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** Returns the time limit of look-ups; none for H2, which runs in this process. */
    Optional<Duration> lookUpTimeout() {
        return isEmbedded() ? Optional.empty() : Optional.of(LOOK_UP_TIMEOUT);
    }

    /**
     * Returns the values that differ between databases in the schema's scripts: what is left out on
     * H2, and how many numbers of audit entries are reserved at a time. H2 writes each reservation
     * to disk in a commit of its own, and there is only one process to reserve for. On PostgreSQL
     * each connection would reserve its own numbers, and a later entry could get the lower one.
     */
    Map<String, String> placeholders() {
        return Map.of(
                "reservedNumbers", isEmbedded() ? "1000" : "1",
                // What begins so is a comment for H2.
                "notInH2", isEmbedded() ? "--" : "");
    }

    private DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url() + H2_OPTIONS);
        source.setUser(user().orElse(""));
        source.setPassword(password().orElse(""));
        return source;
    }

    /** Returns connections beside the pool, for trying whether the database answers in short. */
    DataSource forProbing() {
        return isEmbedded() ? h2() : postgresql(LOOK_UP_TIMEOUT);
    }

    private DataSource postgresql(Duration answerTimeout) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url());
        user().ifPresent(source::setUser);
        password().ifPresent(source::setPassword);
        source.setConnectTimeout((int) CONNECTION_TIMEOUT.toSeconds());
        source.setSocketTimeout((int) answerTimeout.toSeconds());
        source.setApplicationName("james-shared-mailboxes");
        return source;
    }

    /** Returns the URL without the password. */
    @Override
    public final String toString() {
        return url().replaceFirst("\\?.*", "");
    }
}
