/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.postgresql.DocumentedRole;
import org.sharedmailbox.postgresql.PostgresServer;
import org.sharedmailbox.store.backup.DatabaseBackup;
import org.slf4j.LoggerFactory;

/** What the roles of docs/operator/postgresql.md can do, and what is said to those who lack it. */
class PostgresRoleTest {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(Migrations.class);

    private static PostgresServer server;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final MovableTicker ticker = new MovableTicker();
    private String url;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
        DocumentedRole.create(server, "of tests");
        server.administer("postgres", "create role james login");
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
        logged.start();
        LOGGER.addAppender(logged);
    }

    @AfterEach
    void logNoMore() {
        LOGGER.detachAppender(logged);
    }

    @Test
    void theTablesAreInTheSchemaAndNowhereElse() {
        connect(DocumentedRole.OWNER, DocumentedRole.SCHEMA);

        assertThat(
                        column(
                                "select distinct schemaname || ' of ' || tableowner from pg_tables"
                                        + " where schemaname not in ('pg_catalog',"
                                        + " 'information_schema')"))
                .containsExactly("sharedmailbox of sharedmailbox");
        assertThat(
                        column(
                                "select rolname from pg_roles where rolname like 'sharedmailbox%'"
                                        + " and (rolsuper or rolcreatedb or rolcreaterole or"
                                        + " rolreplication or rolbypassrls)"))
                .isEmpty();
    }

    @Test
    void theRoleThatRunsUsesTablesThatTheOwnerHasMade() {
        connect(DocumentedRole.OWNER, DocumentedRole.SCHEMA);

        assertTheRoleThatRunsWorks();
    }

    @Test
    void theRoleThatRunsMayBeMadeOnceThereAreTables() {
        url = DocumentedRole.newDatabaseOfOwner(server);
        connect(DocumentedRole.OWNER, DocumentedRole.SCHEMA);

        DocumentedRole.grantToRunning(server, url);

        assertTheRoleThatRunsWorks();
    }

    private void assertTheRoleThatRunsWorks() {
        try (JdbcStores stores = open(DocumentedRole.RUNNING, DocumentedRole.SCHEMA)) {
            stores.connect();
            stores.transactions()
                    .inTransaction(
                            () -> {
                                stores.delegations().lockAndCount(SUPPORT, NOON);
                                stores.mailboxes().put(mailbox(SUPPORT).build());
                                stores.delegations().put(delegation(SUPPORT, ALICE).build());
                                stores.signIns().record(ALICE, NOON);
                                return true;
                            });

            assertThat(stores.delegations().ofDelegate(ALICE)).hasSize(1);
            assertThat(stores.condition().schema())
                    .satisfies(
                            versions -> assertThat(versions.stored()).isEqualTo(versions.known()));
            assertThatCode(
                            () ->
                                    new DatabaseBackup(stores.whole())
                                            .writeTo(OutputStream.nullOutputStream()))
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> asRunning("drop table sharedmailbox.audit_entry"))
                .hasMessageContaining("must be owner");
    }

    @Test
    void theRoleThatRunsCannotMakeTablesAndThatIsSaid() {
        assertThatThrownBy(() -> connect(DocumentedRole.RUNNING, DocumentedRole.SCHEMA))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("The database user of the store lacks rights (")
                .hasMessageContaining("permission denied for schema sharedmailbox")
                .hasMessageEndingWith(
                        "): docs/operator/postgresql.md has the SQL that grants them");
    }

    @Test
    void aMissingSchemaIsMadeByWhoMay() {
        server.administer(
                database(), "grant connect, create on database " + database() + " to james");

        connect("james", "of_ours");

        assertThat(column("select distinct schemaname from pg_tables where tableowner = 'james'"))
                .containsExactly("of_ours");
    }

    @Test
    void whoMayNotMakeTheSchemaIsToldWhatToRunAndNeedsNoRestart() {
        server.administer(database(), "grant connect on database " + database() + " to james");
        try (JdbcStores stores = open("james", "of_ours")) {
            assertThatThrownBy(stores::connect)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage(
                            "The schema of_ours of the store is missing, and james may not make it:"
                                    + " let an administrator of the database run: create schema"
                                    + " \"of_ours\" authorization \"james\"");

            server.administer(database(), "create schema \"of_ours\" authorization \"james\"");
            // It is not asked for each command.
            assertThatThrownBy(stores::connect).hasMessageStartingWith("The schema of_ours of");
            ticker.advance(Duration.ofSeconds(10));

            assertThatCode(stores::connect).doesNotThrowAnyException();
        }
    }

    @Test
    void whatOnlyAnOperatorCanMendIsLoggedOnceUntilItIsAnother() {
        server.administer(database(), "grant connect on database " + database() + " to james");
        try (JdbcStores stores = open("james", "of_ours")) {
            for (int times = 0; times < 3; times++) {
                assertThatThrownBy(stores::connect)
                        .isInstanceOfSatisfying(
                                StoreUnavailableException.class,
                                refusal -> assertThat(refusal.isLogged()).isTrue());
                ticker.advance(Duration.ofSeconds(10));
            }
            server.administer(database(), "create schema of_ours");
            assertThatThrownBy(stores::connect).hasMessageStartingWith("james may not use the");
        }

        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .startsWith("The schema of_ours of the store is missing"),
                        second -> assertThat(second).startsWith("james may not use the schema"));
    }

    @Test
    void whoMayNotUseTheSchemaIsToldWhatToRun() {
        server.administer(database(), "grant connect on database " + database() + " to james");
        try (JdbcStores stores = open("james", DocumentedRole.SCHEMA)) {
            assertThatThrownBy(stores::connect)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage(
                            "james may not use the schema sharedmailbox of the store: let an"
                                    + " administrator of the database run: grant usage, create on"
                                    + " schema \"sharedmailbox\" to \"james\"");

            server.administer(
                    database(), "grant usage, create on schema \"sharedmailbox\" to \"james\"");
            ticker.advance(Duration.ofSeconds(10));

            assertThatCode(stores::connect).doesNotThrowAnyException();
        }
    }

    @Test
    void twoServersThatMakeTheSchemaAtOnceBothWork() {
        server.administer(
                database(), "grant connect, create on database " + database() + " to james");
        List<JdbcStores> nodes =
                List.of(
                        open("james", "of_ours"),
                        open("james", "of_ours"),
                        open("james", "of_ours"),
                        open("james", "of_ours"));
        try {
            assertThatCode(() -> nodes.parallelStream().forEach(JdbcStores::connect))
                    .doesNotThrowAnyException();
        } finally {
            nodes.forEach(JdbcStores::close);
        }
    }

    @Test
    void withoutASchemaTheTablesAreWhereTheyHaveBeen() {
        url = server.newDatabase().replaceFirst("\\?.*", "");
        try (JdbcStores stores = JdbcStores.open(asAdministrator(), Caching.standard())) {
            stores.connect();
        }

        assertThat(column("select schemaname from pg_tables where tablename = 'audit_entry'"))
                .containsExactly("public");
    }

    private void connect(String role, String schema) {
        try (JdbcStores stores = open(role, schema)) {
            stores.connect();
        }
    }

    private JdbcStores open(String role, String schema) {
        return JdbcStores.open(
                Database.at(url, Optional.of(role), Optional.empty(), Optional.of(schema), 4),
                Caching.by(ticker));
    }

    private void asRunning(String statement) {
        try (JdbcStore store =
                JdbcStore.open(
                        Database.at(
                                url,
                                Optional.of(DocumentedRole.RUNNING),
                                Optional.empty(),
                                Optional.of(DocumentedRole.SCHEMA),
                                2))) {
            store.change(handle -> handle.execute(statement));
        }
    }

    /** Asks as an administrator, who makes no tables by that. */
    private List<String> column(String query) {
        try (HikariDataSource pool = asAdministrator().newPool()) {
            return Jdbi.create(pool)
                    .withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
        }
    }

    private Database asAdministrator() {
        return TestStores.at(url + "?user=postgres");
    }

    private String database() {
        return url.replaceFirst(".*/", "");
    }
}
