/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.failure.StoreUnavailableException;

/** A PostgreSQL that is there, and does not get done with what it is asked. */
class SlowDatabaseTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @RegisterExtension final TestStores database = TestStores.postgresWithoutTables();

    @Test
    void whileATableIsLockedOneWaitsAndTheOthersKnow() {
        grantAlice(database.stores());
        try (JdbcStore directly = JdbcStore.open(database.database())) {
            try (HeldLock lock = HeldLock.by(directly, "lock table delegation")) {
                assertThat(durationOfRefusals(1)).isLessThan(Duration.ofSeconds(15));
                Awaitility.await()
                        .atMost(TIMEOUT)
                        .until(() -> durationOfRefusals(100).compareTo(Duration.ofMillis(500)) < 0);
                assertThat(BestOfThree.of(() -> durationOfRefusals(1_000)))
                        .isLessThan(Duration.ofSeconds(1));
                assertThat(waiting(directly))
                        .as("nobody waits in the database who has been answered")
                        .isLessThanOrEqualTo(1);
            }

            Awaitility.await()
                    .atMost(TIMEOUT)
                    .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                    .untilAsserted(
                            () ->
                                    assertThat(database.stores().delegations().ofDelegate(ALICE))
                                            .hasSize(1));
        }
    }

    @Test
    void aStatementThatTakesTooLongIsRefusedAndItsConnectionIsUsedAgain() {
        // So impatient, it may not get done with the tables.
        FirstContact.await(database.stores()::connect);
        Database impatient =
                TestStores.like(database.database(), "options=-c%20statement_timeout=1000", 2);
        try (JdbcStore store = JdbcStore.open(impatient)) {
            long connection = connection(store);

            for (int n = 0; n < 3; n++) {
                assertThatThrownBy(
                                () -> store.change(handle -> handle.execute("select pg_sleep(9)")))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining("statement timeout");
            }

            assertThat(connection(store)).isEqualTo(connection);
        }
    }

    private static long connection(JdbcStore store) {
        return store.read(
                handle -> handle.createQuery("select pg_backend_pid()").mapTo(Long.class).one());
    }

    private static int waiting(JdbcStore store) {
        return store.read(
                handle ->
                        handle.createQuery(
                                        "select count(*) from pg_stat_activity where datname ="
                                                + " current_database() and wait_event_type = 'Lock'")
                                .mapTo(Integer.class)
                                .one());
    }

    private Duration durationOfRefusals(int lookUps) {
        long started = System.nanoTime();
        for (int n = 0; n < lookUps; n++) {
            database.letPass(Duration.ofSeconds(1));
            assertThatThrownBy(() -> database.stores().delegations().ofDelegate(ALICE))
                    .isInstanceOf(StoreUnavailableException.class);
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static void grantAlice(JdbcStores stores) {
        FirstContact.await(stores::connect);
        stores.transactions()
                .inTransaction(
                        () -> {
                            stores.delegations().lockAndCount(SUPPORT, NOON);
                            stores.delegations().put(delegation(SUPPORT, ALICE).build());
                            return true;
                        });
    }
}
