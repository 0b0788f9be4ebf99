/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.memoized.Memoized;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The location of the store's database, and how to connect to it. */
@AutoValue
public abstract class Database {
    /** The longest wait for a connection before the store counts as down. */
    static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);

    /** The longest wait for the answer to what a command looks up. */
    static final Duration LOOK_UP_TIMEOUT = Duration.ofSeconds(2);

    /** The longest wait until PostgreSQL is told that nobody waits for a look-up any more. */
    static final Duration CANCEL_TIMEOUT = Duration.ofSeconds(1);

    /** The longest wait for a row that somebody else is changing. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    /** The longest wait for others' changes where one after the other is made. */
    private static final Duration TURN_TIMEOUT = Duration.ofSeconds(15);

    /**
     * The longest time that a transaction may do nothing: a process that is stopped in the middle
     * of one must not keep others from a revocation until it goes on.
     */
    private static final Duration IDLE_TRANSACTION_TIMEOUT = Duration.ofSeconds(30);

    /** The longest wait to see whether a connection from the pool still works. */
    private static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(1);

    /** The longest time that PostgreSQL may take for one statement. */
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(20);

    /** The longest time for what reads or fills whole tables. */
    private static final Duration COMMAND_TIMEOUT = Duration.ofMinutes(10);

    /**
     * The dialect of PostgreSQL. Every commit is on disk before it returns, so that a server that
     * is killed loses nothing. We close it, after everybody who writes: H2 would not wait for them.
     */
    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT="
                    + LOCK_TIMEOUT.toMillis();

    /** Others, in memory or in another server, have no file here that could be damaged. */
    private static final Pattern H2_FILE =
            Pattern.compile("jdbc:h2:(?:file:)?(?!mem:|tcp:|ssl:|\\.(?:;|$))([^;]+)(.*)");

    /**
     * Refuses a connection to a database that H2 has opened without our options. It forgets them if
     * it finds the database closing while it opens it, e.g. because the disk is full, and keeps it
     * so for as long as anybody is connected: statements fail then, and indexes are in another
     * order.
     */
    private static final String H2_AS_ORDERED =
            "select case setting_value when 'PostgreSQL' then 0"
                    + " else signal('08001', 'H2 has opened the store without its options') end"
                    + " from information_schema.settings where setting_name = 'MODE'";

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
        return at(url, user, password.map(text -> () -> text), Optional.empty(), poolSize);
    }

    /**
     * @param url a JDBC URL of PostgreSQL or H2
     * @param password asked at each new connection
     * @param schema the schema of PostgreSQL that has the tables, made if it is missing; without
     *     it, the one that the database has for the user
     */
    public static Database at(
            String url,
            Optional<String> user,
            Optional<PasswordSource> password,
            Optional<String> schema,
            int poolSize) {
        return new AutoValue_Database(url, user, password, schema, poolSize);
    }

    abstract String url();

    abstract Optional<String> user();

    abstract Optional<PasswordSource> password();

    abstract Optional<String> schema();

    abstract int poolSize();

    /** Returns whether no other process can use the database meanwhile. */
    boolean isEmbedded() {
        return url().startsWith("jdbc:h2:");
    }

    /** Returns the limit of the changes that are made in the database at a time. */
    ChangeLimit changeLimit() {
        return isEmbedded()
                ? ChangeLimit.oneAfterTheOther(TURN_TIMEOUT)
                : ChangeLimit.keepingLookUps(poolSize(), CONNECTION_TIMEOUT);
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
            config.setConnectionInitSql(H2_AS_ORDERED);
        }
        initialSql().map(sql -> sql + "; " + idleLimit()).ifPresent(config::setConnectionInitSql);
        // The pool can be created while the database is down.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private static String idleLimit() {
        return "set idle_in_transaction_session_timeout = " + IDLE_TRANSACTION_TIMEOUT.toMillis();
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

    /** Returns the same to all who ask: only who has not opened the file yet may look at it. */
    @Memoized
    DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        Matcher file = H2_FILE.matcher(url());
        source.setURL(
                (file.matches()
                                ? "jdbc:h2:"
                                        + CheckedFilePath.checked(file.group(1))
                                        + file.group(2)
                                : url())
                        + H2_OPTIONS);
        source.setUser(user().orElse(""));
        source.setPassword(password().isPresent() ? current(password().get()) : "");
        return file.matches() ? new EmbeddedFile(source, file.group(1)) : source;
    }

    /**
     * Returns what is wrong with the file, and lets go of it, if that is what the failure comes
     * from; empty for PostgreSQL, which looks after its own.
     */
    Optional<String> damageToldBy(RuntimeException failure) {
        return file().flatMap(file -> file.damageToldBy(failure));
    }

    /** Returns connections beside the pool, for statements that may take long. */
    DataSource forCommands() {
        return isEmbedded() ? h2() : postgresql(COMMAND_TIMEOUT);
    }

    /**
     * Returns connections for what changes the schema, which takes as long as it takes: the
     * database would go on with a statement that is given up, and keep the next attempt out.
     */
    DataSource forUpgrades(HikariDataSource pool) {
        return isEmbedded() ? pool : forUpgrades();
    }

    /** Returns such connections where there is no pool. */
    DataSource forUpgrades() {
        if (isEmbedded()) {
            return h2();
        }
        PGSimpleDataSource settings = settings(Duration.ZERO);
        // Who vanishes is noticed all the same.
        settings.setTcpKeepAlive(true);
        return connections(settings);
    }

    /** Returns what each connection that changes anything begins with; empty for H2. */
    Optional<String> initialSql() {
        // Shorter than the wait for an answer: who waits in vain keeps the connection, and the
        // database does not go on waiting for somebody who has left.
        return isEmbedded()
                ? Optional.empty()
                : Optional.of("set lock_timeout = " + LOCK_TIMEOUT.toMillis());
    }

    /** Returns the file of H2; empty for PostgreSQL, and where there is none. */
    Optional<EmbeddedFile> file() {
        return isEmbedded() && h2() instanceof EmbeddedFile
                ? Optional.of((EmbeddedFile) h2())
                : Optional.empty();
    }

    /** Its password stays as it was when the file was made. */
    private static String current(PasswordSource password) {
        try {
            return password.current();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Returns connections beside the pool, for trying whether the database answers in short. */
    DataSource forProbing() {
        return isEmbedded() ? h2() : postgresql(LOOK_UP_TIMEOUT);
    }

    /** Returns connections for hearing of others' changes; empty if nobody else can make any. */
    Optional<DataSource> forNews() {
        if (isEmbedded()) {
            return Optional.empty();
        }
        PGSimpleDataSource settings = settings(LOOK_UP_TIMEOUT);
        settings.setApplicationName("james-shared-mailboxes-news");
        settings.setTcpKeepAlive(true);
        return Optional.of(connections(settings));
    }

    private DataSource postgresql(Duration answerTimeout) {
        return connections(settings(answerTimeout));
    }

    private PGSimpleDataSource settings(Duration answerTimeout) {
        PGSimpleDataSource settings = new PGSimpleDataSource();
        settings.setURL(url());
        settings.setConnectTimeout((int) CONNECTION_TIMEOUT.toSeconds());
        settings.setSocketTimeout((int) answerTimeout.toSeconds());
        settings.setCancelSignalTimeout((int) CANCEL_TIMEOUT.toSeconds());
        settings.setApplicationName("james-shared-mailboxes");
        return settings;
    }

    private DataSource connections(PGSimpleDataSource settings) {
        return new PostgresConnections(
                settings,
                user().or(() -> Optional.ofNullable(settings.getUser())),
                password()
                        .or(
                                () ->
                                        Optional.ofNullable(settings.getPassword())
                                                .map(text -> () -> text)),
                schema());
    }

    /** Returns the URL without its parameters. */
    @Override
    public final String toString() {
        return url().replaceFirst("[?;].*", "");
    }
}
