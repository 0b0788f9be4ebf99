/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import com.google.common.reflect.Reflection;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharedmailbox.failure.StoreUnavailableException;

/** What becomes of a database that is known to be away. */
class StoreCircuitTest {
    private static final Duration A_FEW_PROBES = Duration.ofSeconds(30);

    /** One is enough for changes, of which there is one at a time. */
    private static final int CONNECTIONS = 3;

    @TempDir private Path folder;

    /** In what way a driver, or Java, fails beside what JDBC says. */
    enum Fault {
        OF_THE_DRIVER {
            @Override
            void happen() {
                throw new IllegalStateException("The driver is at fault");
            }
        },
        OF_A_DAMAGED_JAR {
            @Override
            void happen() {
                throw new NoClassDefFoundError("org/example/Missing");
            }
        },
        OF_A_FULL_SERVER {
            @Override
            void happen() {
                throw new OutOfMemoryError("unable to create native thread");
            }
        };

        abstract void happen();
    }

    @ParameterizedTest
    @EnumSource
    void aProbeThatFailsInAnotherWayIsNotTheLast(Fault fault) {
        AtomicInteger asked = new AtomicInteger();
        try (HikariDataSource pool = pool();
                StoreCircuit circuit = new StoreCircuit(faultyOnce(fault, asked), pool)) {
            circuit.failed(
                    new IllegalStateException(
                            new SQLTransientConnectionException(
                                    "No connection", new SQLException("Connection refused"))));
            assertThatThrownBy(circuit::requireClosed)
                    .isInstanceOf(StoreUnavailableException.class);

            Awaitility.await()
                    .atMost(A_FEW_PROBES)
                    .untilAsserted(
                            () ->
                                    assertThatCode(circuit::requireClosed)
                                            .doesNotThrowAnyException());
            assertThat(asked).hasValueGreaterThan(1);
        }
    }

    @Test
    void whatIsNotAboutConnectionsLetsEverybodyThrough() {
        try (HikariDataSource pool = pool();
                StoreCircuit circuit = new StoreCircuit(new JdbcDataSource(), pool)) {
            circuit.failed(new IllegalStateException(new SQLException("Not unique", "23505")));

            assertThatCode(circuit::requireClosed).doesNotThrowAnyException();
        }
    }

    @Test
    void aPoolThatHasNoConnectionLeftIsNotADatabaseThatIsAway() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        try (HikariDataSource pool = pool();
                StoreCircuit circuit = new StoreCircuit(database, pool);
                Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            circuit.failed(
                    new IllegalStateException(
                            new SQLTransientConnectionException("Request timed out")));

            Awaitility.await()
                    .during(Duration.ofMillis(500))
                    .untilAsserted(
                            () ->
                                    assertThatCode(circuit::requireClosed)
                                            .doesNotThrowAnyException());
            assertThat(one.isValid(1) && other.isValid(1)).isTrue();
        }
    }

    @Test
    void aDatabaseThatMakesAsManyChangesAsItCanIsNotAway() {
        try (JdbcStores stores =
                JdbcStores.open(
                        Database.embedded(folder, "store", CONNECTIONS),
                        Caching.by(new MovableTicker()))) {
            stores.connect();
            stores.transactions()
                    .inTransaction(
                            () -> {
                                refuseAnother(stores);
                                return true;
                            });

            assertThat(stores.mailboxes().find(SUPPORT)).isEmpty();
        }
    }

    @Test
    void whoHasBegunAChangeGoesOnWhileOthersAreRefused() {
        try (JdbcStores stores =
                JdbcStores.open(
                        Database.embedded(folder, "store", CONNECTIONS),
                        Caching.by(new MovableTicker()))) {
            stores.connect();
            stores.transactions()
                    .inTransaction(
                            () -> {
                                stores.mailboxes().put(mailbox(SUPPORT).build());
                                refuseAnother(stores);
                                stores.mailboxes().put(mailbox(SALES).build());
                                return true;
                            });

            Awaitility.await()
                    .atMost(A_FEW_PROBES)
                    .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                    .untilAsserted(
                            () -> {
                                assertThat(stores.mailboxes().find(SUPPORT)).isPresent();
                                assertThat(stores.mailboxes().find(SALES)).isPresent();
                            });
        }
    }

    /** Somebody else asks in vain, because the thread's transaction does not end. */
    private static void refuseAnother(JdbcStores stores) {
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(
                        () -> stores.mailboxes().put(mailbox(SALES).build()),
                        task -> new Thread(task).start());
        assertThat(other)
                .failsWithin(A_FEW_PROBES)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(StoreUnavailableException.class);
    }

    private HikariDataSource pool() {
        return Database.at(url(), Optional.empty(), Optional.empty(), 2).newPool();
    }

    private String url() {
        return "jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1";
    }

    /** Returns a database that cannot be connected to at first. */
    private static DataSource faultyOnce(Fault fault, AtomicInteger asked) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        return Reflection.newProxy(
                DataSource.class,
                (proxy, method, arguments) -> {
                    if (asked.getAndIncrement() == 0) {
                        fault.happen();
                    }
                    return method.invoke(database, arguments);
                });
    }
}
