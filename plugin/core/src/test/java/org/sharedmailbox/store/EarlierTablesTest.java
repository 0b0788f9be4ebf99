/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.slf4j.LoggerFactory;

/** An installation of before {@code store.schema}, whose tables are in the schema public. */
class EarlierTablesTest {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(Migrations.class);
    private static final String REFUSAL =
            "The tables of the store of shared mailboxes are in the schema public, and those of"
                    + " this configuration would be new, empty ones in the schema sharedmailbox:"
                    + " set store.schema=public, or move them (alter table … set schema"
                    + " \"sharedmailbox\", for all tables and sequences:"
                    + " docs/operator/postgresql.md has the SQL), or copy them (store copy); for a"
                    + " second store on purpose run: comment on schema \"sharedmailbox\" is 'a"
                    + " store of its own'; nothing is made, read or changed until then.";

    private static PostgresServer server;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final MovableTicker ticker = new MovableTicker();
    private String url;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
        DocumentedRole.create(server, "of tests");
        server.administer("postgres", "create role earlier login");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void installAsBefore() {
        url = server.newDatabase().replaceFirst("\\?.*", "");
        server.change(url, "grant all on schema public to earlier, sharedmailbox");
        try (JdbcStores earlier = open("earlier", Optional.empty())) {
            earlier.transactions()
                    .inTransaction(
                            () -> {
                                earlier.delegations().lockAndCount(SUPPORT, NOON);
                                earlier.delegations().put(delegation(SUPPORT, ALICE).build());
                                return true;
                            });
        }
        logged.start();
        LOGGER.addAppender(logged);
    }

    @AfterEach
    void logNoMore() {
        LOGGER.detachAppender(logged);
    }

    @Test
    void anotherSchemaIsNotFilledWithEmptyTables() {
        DocumentedRole.prepareExisting(server, url);

        try (JdbcStores stores = open(DocumentedRole.OWNER, of(DocumentedRole.SCHEMA))) {
            assertRefused(stores);
            assertThatThrownBy(() -> stores.delegations().ofDelegate(ALICE)).hasMessage(REFUSAL);
        }
        assertThat(schemasWithTables()).containsExactly("public");
    }

    @Test
    void itIsNotMadeEither() {
        server.change(url, "grant create on database " + database() + " to earlier");

        try (JdbcStores stores = open("earlier", of(DocumentedRole.SCHEMA))) {
            assertRefused(stores);
        }
        assertThat(column("select nspname from pg_namespace where nspname = 'sharedmailbox'"))
                .isEmpty();
    }

    @Test
    void aSchemaWithTheNameOfTheRoleIsNotFilledUnnoticed() {
        DocumentedRole.prepareExisting(server, url);

        try (JdbcStores stores = open(DocumentedRole.OWNER, Optional.empty())) {
            assertRefused(stores);
        }
        assertThat(schemasWithTables()).containsExactly("public");
    }

    @Test
    void whoSeesNoSchemaIsToldWhereTheTablesAre() {
        server.change(url, "revoke all on schema public from public, earlier");

        try (JdbcStores stores = open("earlier", Optional.empty())) {
            assertThatThrownBy(stores::connect)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage(
                            "The tables of the store of shared mailboxes are in the schema public,"
                                    + " and the search_path of earlier leads to no schema that it"
                                    + " may use: grant it usage on that one, or correct the"
                                    + " search_path; nothing is made, read or changed until then.");
        }
    }

    @Test
    void onceTheyAreMovedAsDocumentedTheyAreUsedWithoutARestart() {
        DocumentedRole.prepareExisting(server, url);
        try (JdbcStores stores = open(DocumentedRole.OWNER, of(DocumentedRole.SCHEMA))) {
            assertRefused(stores);

            DocumentedRole.moveTables(server, url);
            DocumentedRole.moveTables(server, url);
            ticker.advance(Duration.ofSeconds(10));

            assertThat(stores.delegations().ofDelegate(ALICE)).hasSize(1);
            stores.mailboxes().put(mailbox(SUPPORT).build());
        }
        assertThat(
                        column(
                                "select relname from pg_class where"
                                        + " relnamespace = 'public'::regnamespace"))
                .isEmpty();
        assertThat(
                        column(
                                "select distinct pg_get_userbyid(relowner) from pg_class where"
                                        + " relnamespace = 'sharedmailbox'::regnamespace"))
                .containsExactly(DocumentedRole.OWNER);
    }

    @Test
    void theSettingMayNameWhereTheyAre() {
        try (JdbcStores stores = open("earlier", of("public"))) {
            assertThat(stores.delegations().ofDelegate(ALICE)).hasSize(1);
        }
    }

    @Test
    void aSecondStoreIsMadeWhereTheOperatorSaysSo() {
        DocumentedRole.prepareExisting(server, url);
        server.change(url, "comment on schema sharedmailbox is 'a store of its own'");

        try (JdbcStores second = open(DocumentedRole.OWNER, of(DocumentedRole.SCHEMA))) {
            assertThat(second.delegations().ofDelegate(ALICE)).isEmpty();
        }

        server.change(url, "comment on schema sharedmailbox is null");
        try (JdbcStores first = open("earlier", of("public"));
                JdbcStores second = open(DocumentedRole.OWNER, of(DocumentedRole.SCHEMA))) {
            assertThat(first.delegations().ofDelegate(ALICE)).hasSize(1);
            assertThat(second.delegations().ofDelegate(ALICE)).isEmpty();
        }
    }

    @Test
    void itIsLoggedOnceAndNotAskedForEachCommand() {
        DocumentedRole.prepareExisting(server, url);
        try (JdbcStores stores = open(DocumentedRole.OWNER, of(DocumentedRole.SCHEMA))) {
            assertRefused(stores);
            DocumentedRole.moveTables(server, url);

            assertRefused(stores);
        }
        try (JdbcStores stores = open(DocumentedRole.OWNER, of("public"))) {
            assertThatThrownBy(stores::connect)
                    .hasMessageContaining("in the schema sharedmailbox, and those of");
            ticker.advance(Duration.ofSeconds(10));
            assertThatThrownBy(stores::connect)
                    .hasMessageContaining("in the schema sharedmailbox, and those of");
        }
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(2)
                .first()
                .isEqualTo(REFUSAL);
    }

    private static void assertRefused(JdbcStores stores) {
        assertThatThrownBy(stores::connect)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage(REFUSAL);
    }

    private static Optional<String> of(String schema) {
        return Optional.of(schema);
    }

    private JdbcStores open(String role, Optional<String> schema) {
        return JdbcStores.open(
                Database.at(url, Optional.of(role), Optional.empty(), schema, 4),
                Caching.by(ticker));
    }

    private List<String> schemasWithTables() {
        return column(
                "select distinct schemaname from pg_tables where schemaname not in ('pg_catalog',"
                        + " 'information_schema')");
    }

    private List<String> column(String query) {
        try (HikariDataSource pool = TestStores.at(url + "?user=postgres").newPool()) {
            return Jdbi.create(pool)
                    .withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
        }
    }

    private String database() {
        return url.replaceFirst(".*/", "");
    }
}
