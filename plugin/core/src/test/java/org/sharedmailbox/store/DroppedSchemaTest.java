/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.postgresql.DocumentedRole;
import org.sharedmailbox.postgresql.LikePgBouncer;
import org.sharedmailbox.postgresql.PostgresServer;

/** A schema that is asked for, and something on the way to PostgreSQL that drops the question. */
class DroppedSchemaTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static PostgresServer server;
    private static LikePgBouncer bouncer;
    private String url;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
        DocumentedRole.create(server, "of tests");
        bouncer = LikePgBouncer.to(server.port());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            bouncer.close();
            server.close();
        }
    }

    @BeforeEach
    void makeADatabase() {
        url = DocumentedRole.newDatabase(server);
        server.change(url, "create schema another authorization sharedmailbox");
    }

    @Test
    void nothingIsMadeOrReadInAnotherSchema() {
        try (JdbcStores stores = JdbcStores.open(behind("another"), Caching.standard())) {
            // A pool that has waited in vain does not know why.
            await().atMost(TIMEOUT)
                    .untilAsserted(
                            () ->
                                    assertThatThrownBy(stores::connect)
                                            .isInstanceOf(StoreUnavailableException.class)
                                            .hasMessage(
                                                    "The store of shared mailboxes does not answer:"
                                                            + " "
                                                            + complaint()));
            // The circuit is open: nobody waits.
            assertThat(stores.condition().awayFor()).isPresent();

            setSearchPath();

            await().atMost(TIMEOUT)
                    .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                    .untilAsserted(stores::connect);
            stores.mailboxes().put(mailbox(SUPPORT).build());
        }
        assertThat(schemasWithTables()).containsExactly("another");
    }

    @Test
    void norByTheCommandLine() {
        assertThatThrownBy(() -> new DirectAccess(behind("another")).connect())
                .isInstanceOf(SQLException.class)
                .hasMessage(complaint());
    }

    @Test
    void aConnectionThatWorksNowhereIsToldOfOnceTheSchemaIsThere() {
        server.change(url, "drop schema sharedmailbox");
        server.change(url, "grant create on database " + database() + " to sharedmailbox");

        assertThatThrownBy(() -> new DirectAccess(behind("missing")).prepareSchema())
                .isInstanceOf(UnusableSchemaException.class)
                .hasMessageStartingWith(
                        "Connections work in the schema none and not in missing, the one of");
    }

    private String complaint() {
        return "Connections work in the schema sharedmailbox and not in another, the one of"
                + " store.schema, because something before PostgreSQL drops the setting (PgBouncer"
                + " does with ignore_startup_parameters): let an administrator of the database"
                + " run: alter role \"sharedmailbox\" in database \""
                + database()
                + "\" set search_path to \"another\"";
    }

    private void setSearchPath() {
        server.change(
                url,
                "alter role \"sharedmailbox\" in database \""
                        + database()
                        + "\" set search_path to \"another\"");
    }

    private Database behind(String schema) {
        return Database.at(
                bouncer.url(url),
                Optional.of(DocumentedRole.OWNER),
                Optional.empty(),
                Optional.of(schema),
                4);
    }

    private List<String> schemasWithTables() {
        try (HikariDataSource pool = TestStores.at(url + "?user=postgres").newPool()) {
            return Jdbi.create(pool)
                    .withHandle(
                            handle ->
                                    handle.createQuery(
                                                    "select distinct schemaname from pg_tables"
                                                            + " where schemaname not in"
                                                            + " ('pg_catalog',"
                                                            + " 'information_schema')")
                                            .mapTo(String.class)
                                            .list());
        }
    }

    private String database() {
        return url.replaceFirst(".*/", "");
    }
}
