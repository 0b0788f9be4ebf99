/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;

import java.time.Duration;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.failure.UnknownOutcomeException;
import org.sharedmailbox.postgresql.PausingProxy;
import org.sharedmailbox.postgresql.PostgresServer;

/** A network between James and PostgreSQL that stops, breaks and is slow. */
class NetworkOutageTest {
    private static final int POOL_SIZE = 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static PostgresServer server;

    private final MovableTicker ticker = new MovableTicker();
    private PausingProxy network;
    private JdbcStores stores;
    private JdbcStore directly;

    @BeforeAll
    static void startServer() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        network = PausingProxy.to(server.port());
        String url = server.newDatabase();
        stores = JdbcStores.open(TestStores.at(server.through(network, url)), Caching.by(ticker));
        directly = JdbcStore.open(TestStores.at(url));
        FirstContact.await(stores::connect);
        grant(ALICE);
    }

    @AfterEach
    void close() {
        network.close();
        stores.close();
        directly.close();
    }

    @Test
    void whileNothingGoesThroughOneWaitsAndTheOthersKnow() {
        network.pause();

        assertThat(durationOf(1)).isLessThan(Duration.ofSeconds(15));
        awaitKnown();
        assertThat(BestOfThree.of(() -> durationOf(1_000))).isLessThan(Duration.ofSeconds(1));

        network.resume();
        awaitAnswer();
        grant(BOB);
        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(
                        () ->
                                assertThat(connections())
                                        .as("none is left behind")
                                        .isLessThanOrEqualTo(POOL_SIZE + 2));
    }

    @Test
    void connectionsThatAreCutAreReplaced() {
        for (int n = 0; n < 5; n++) {
            network.cut();
            awaitAnswer();
        }

        grant(BOB);
        assertThat(delegates()).isEqualTo("2");
    }

    @Test
    void aSlowNetworkIsNoOutage() {
        network.delay(Duration.ofMillis(50));

        // A machine that is busy, too, may be too slow for one of these.
        Awaitility.await()
                .atMost(TIMEOUT)
                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                .untilAsserted(
                        () -> {
                            grant(BOB);
                            ticker.advance(Duration.ofSeconds(1));
                            assertThat(stores.delegations().ofDelegate(BOB)).hasSize(1);
                        });
    }

    /** What the database has committed is there even if nobody was told; nothing is by half. */
    @Test
    void aChangeWhoseAnswerIsLostIsThereInFullOrNotAtAll() {
        assertThatThrownBy(
                        () ->
                                stores.transactions()
                                        .inTransaction(
                                                () -> {
                                                    RecordedGrant.write(stores, BOB);
                                                    network.pauseAnswers();
                                                    cutSoon();
                                                    return true;
                                                }))
                .isInstanceOf(UnknownOutcomeException.class);
        network.resume();

        awaitAnswer();
        assertThat(delegates()).isEqualTo("2");
        assertThat(Consistency.violations(directly)).isEmpty();
    }

    /** Once the commit has arrived there. */
    private void cutSoon() {
        new Thread(
                        () -> {
                            Awaitility.await().atMost(TIMEOUT).until(() -> delegates().equals("2"));
                            network.cut();
                        })
                .start();
    }

    private Duration durationOf(int lookUps) {
        long started = System.nanoTime();
        for (int n = 0; n < lookUps; n++) {
            ticker.advance(Duration.ofSeconds(1));
            assertThatThrownBy(() -> stores.delegations().ofDelegate(ALICE))
                    .isInstanceOf(StoreUnavailableException.class);
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void awaitKnown() {
        Awaitility.await()
                .atMost(TIMEOUT)
                .until(() -> durationOf(100).compareTo(Duration.ofMillis(500)) < 0);
    }

    private void awaitAnswer() {
        ticker.advance(Duration.ofSeconds(1));
        Awaitility.await()
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                .untilAsserted(() -> assertThat(stores.delegations().ofDelegate(ALICE)).hasSize(1));
    }

    private void grant(Username delegate) {
        RecordedGrant.to(stores, delegate);
    }

    private String delegates() {
        return single("select count(*) from delegation");
    }

    private int connections() {
        return Integer.parseInt(
                single(
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and pid <> pg_backend_pid()"));
    }

    private String single(String query) {
        return directly.read(handle -> handle.createQuery(query).mapTo(String.class).one());
    }
}
