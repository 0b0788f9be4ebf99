/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.ManyChanges;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.postgresql.DocumentedRole;
import org.sharedmailbox.postgresql.PgBouncer;
import org.sharedmailbox.postgresql.PostgresServer;
import org.slf4j.LoggerFactory;

/** Servers whose store is behind a PgBouncer, set up as docs/operator/several-nodes.md says. */
class PgBouncerTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SESSIONS = "pool_mode = session";
    private static final String TRANSACTIONS = "pool_mode = transaction";
    private static final String DROPPED =
            "ignore_startup_parameters = extra_float_digits,search_path";
    private static final String NO_PREPARED_STATEMENTS = "?prepareThreshold=0";

    private static final String NEEDS_OPTION =
            "(behind a PgBouncer that pools transactions, store.url needs prepareThreshold=0)";

    private static PostgresServer server;

    private final Logger logger = (Logger) LoggerFactory.getLogger(NewsWatch.class);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    private String url;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
        DocumentedRole.create(server, "of tests");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void makeADatabase() {
        url = DocumentedRole.newDatabase(server);
        written.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(written);
    }

    @AfterEach
    void logNoMore() {
        logger.detachAppender(written);
        logger.setLevel(null);
    }

    @Test
    void serversTellEachOtherThroughAPoolOfSessions() throws Exception {
        giveTheRoleItsSchema();
        try (PgBouncer bouncer =
                PgBouncer.before(
                        server, SESSIONS, "ignore_startup_parameters = extra_float_digits")) {
            assertThatServersSeeWhatOthersChange(bouncer.through(url), Optional.empty());
        }

        assertThat(lines()).allMatch(line -> line.contains("tell each other of changes at once"));
    }

    @Test
    void serversLookForChangesThroughAPoolOfTransactions() throws Exception {
        giveTheRoleItsSchema();
        try (PgBouncer bouncer = PgBouncer.before(server, TRANSACTIONS, DROPPED)) {
            assertThatServersSeeWhatOthersChange(
                    bouncer.through(url) + NO_PREPARED_STATEMENTS,
                    Optional.of(DocumentedRole.SCHEMA));
        }

        assertThat(lines())
                .allMatch(line -> line.contains("are looked for several times a second"));
    }

    /** What is set for a session stays with a connection that PgBouncer gives to somebody else. */
    @Test
    void aBackupReadsOneMomentThroughAPoolOfTransactionsAndLeavesNothingThere() throws Exception {
        giveTheRoleItsSchema();
        String two = "default_pool_size = 2";
        try (PgBouncer bouncer = PgBouncer.before(server, TRANSACTIONS, DROPPED, two);
                Connection first = DriverManager.getConnection(own(bouncer));
                Connection second = DriverManager.getConnection(own(bouncer))) {
            DirectAccess database =
                    new DirectAccess(
                            Database.at(own(bouncer), Optional.empty(), Optional.empty(), 1));
            first.setAutoCommit(false);
            assertThat(setting(first, "transaction_isolation")).isEqualTo("read committed");
            try (Connection snapshot = database.connect()) {
                database.beginSnapshot(snapshot);
                // From now on there are two that it could be given.
                first.rollback();

                assertThat(setting(snapshot, "transaction_isolation")).isEqualTo("repeatable read");
                assertThat(setting(snapshot, "transaction_read_only")).isEqualTo("on");
                snapshot.rollback();
            }

            second.setAutoCommit(false);
            for (Connection each : List.of(first, second)) {
                assertThat(setting(each, "transaction_isolation")).isEqualTo("read committed");
                assertThat(setting(each, "transaction_read_only")).isEqualTo("off");
            }
        }
    }

    private String own(PgBouncer bouncer) {
        return bouncer.through(url) + NO_PREPARED_STATEMENTS + "&user=" + DocumentedRole.OWNER;
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aRoleThatLacksItsSchemaIsRefused() {
        try (PgBouncer bouncer = PgBouncer.before(server, SESSIONS, DROPPED)) {
            awaitRefusal(bouncer, DocumentedRole.RUNNING, "Connections work in the schema");
        }

        assertThat(tables()).isEmpty();
    }

    /**
     * The tables are there: an upgrade would wait for an answer that PgBouncer has given others.
     */
    @Test
    void whoForgetsThatStatementsAreLostIsTold() throws Exception {
        giveTheRoleItsSchema();
        try (JdbcStores direct = open(url, DocumentedRole.OWNER, Optional.empty())) {
            FirstContact.await(direct::connect);
        }
        try (PgBouncer bouncer = PgBouncer.before(server, TRANSACTIONS, DROPPED);
                JdbcStores one =
                        open(bouncer.through(url), DocumentedRole.OWNER, Optional.empty())) {
            List<String> failures = new CopyOnWriteArrayList<>();
            writeAtOnce(
                    one,
                    one,
                    (stores, owner) -> stores.mailboxes().put(mailbox(owner).build()),
                    failures);

            // Others have got answers that were meant for somebody else.
            assertThat(failures).anyMatch(failure -> failure.endsWith(NEEDS_OPTION));
        }
    }

    @Test
    void aPgBouncerThatDoesNotDropWhatConnectionsAskForIsToldOf() {
        giveTheRoleItsSchema();
        try (PgBouncer bouncer = PgBouncer.before(server, SESSIONS)) {
            awaitRefusal(bouncer, DocumentedRole.OWNER, "unsupported startup parameter");
        }
    }

    /** A pool that has waited in vain does not know why, and is asked again. */
    private void awaitRefusal(PgBouncer bouncer, String role, String why) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThatThrownBy(() -> connect(bouncer, role))
                                        .isInstanceOf(StoreUnavailableException.class)
                                        .hasMessageContaining(why));
    }

    private void connect(PgBouncer bouncer, String role) {
        try (JdbcStores stores =
                open(bouncer.through(url), role, Optional.of(DocumentedRole.SCHEMA))) {
            stores.connect();
        }
    }

    /** Both write at once, more than PgBouncer has connections for. */
    private void assertThatServersSeeWhatOthersChange(String through, Optional<String> schema)
            throws Exception {
        try (JdbcStores one = open(through, DocumentedRole.OWNER, schema);
                JdbcStores other = open(through, DocumentedRole.OWNER, schema)) {
            one.listen();
            other.listen();
            Awaitility.await().atMost(SOON).until(() -> lines().size() >= 2);
            assertThat(other.mailboxes().find(SUPPORT)).isEmpty();

            one.mailboxes().put(mailbox(SUPPORT).build());

            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> other.mailboxes().find(SUPPORT).isPresent());
            List<String> failures = new CopyOnWriteArrayList<>();
            List<Username> all =
                    writeAtOnce(
                            one,
                            other,
                            (stores, owner) ->
                                    ManyChanges.untilBegun(
                                            () -> {
                                                stores.mailboxes().put(mailbox(owner).build());
                                                return true;
                                            }),
                            failures);
            assertThat(failures).isEmpty();
            for (Username each : all) {
                assertThat(other.mailboxes().find(each)).as(each.asString()).isPresent();
            }
        }
    }

    private static List<Username> writeAtOnce(
            JdbcStores one,
            JdbcStores other,
            BiConsumer<JdbcStores, Username> change,
            List<String> failures)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Username>> changes = new ArrayList<>();
            for (int n = 0; n < 100; n++) {
                Username owner = Username.of("team" + n + "@example.com");
                JdbcStores stores = n % 2 == 0 ? one : other;
                changes.add(
                        () -> {
                            try {
                                change.accept(stores, owner);
                            } catch (RuntimeException e) {
                                failures.add(String.valueOf(e.getMessage()));
                            }
                            return owner;
                        });
            }
            List<Username> changed = new ArrayList<>();
            for (Future<Username> each : threads.invokeAll(changes)) {
                changed.add(each.get());
            }
            return changed;
        } finally {
            threads.shutdownNow();
        }
    }

    private static JdbcStores open(String through, String role, Optional<String> schema) {
        return JdbcStores.open(
                Database.at(through, Optional.of(role), Optional.empty(), schema, 10),
                Caching.standard());
    }

    private void giveTheRoleItsSchema() {
        server.administer(
                "postgres",
                "alter role \"sharedmailbox\" in database \""
                        + url.replaceFirst(".*/", "")
                        + "\" set search_path to \"sharedmailbox\"");
    }

    private List<String> tables() {
        return Jdbi.create(url, DocumentedRole.OWNER, "")
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                "select tablename from pg_tables where schemaname"
                                                        + " not in ('pg_catalog',"
                                                        + " 'information_schema')")
                                        .mapTo(String.class)
                                        .list());
    }

    private List<String> lines() {
        return List.copyOf(written.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .collect(Collectors.toList());
    }
}
