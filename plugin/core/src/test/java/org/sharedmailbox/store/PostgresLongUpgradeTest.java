/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.failure.StoreUnavailableException;

/** An upgrade of large tables, which takes longer than anything else may. */
class PostgresLongUpgradeTest {
    private static final Duration LONG = Duration.ofSeconds(22);
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    @Test
    void itIsDoneHoweverLongItTakesAndNobodyWaitsForIt() {
        String url = OnPostgres.anotherDatabase();
        OnPostgres.change(
                url,
                "create function be_slow() returns event_trigger language plpgsql as $$ begin"
                        + " perform pg_sleep("
                        + LONG.toSeconds()
                        + "); end $$");
        OnPostgres.change(
                url,
                "create event trigger slow on ddl_command_start when tag in ('CREATE SEQUENCE')"
                        + " execute function be_slow()");
        try (JdbcStores stores = JdbcStores.open(TestStores.at(url), Caching.standard())) {
            CompletableFuture<Void> upgrade = CompletableFuture.runAsync(stores::connect);
            Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> isSlow(url));
            Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> isRefusedAtOnce(stores));
            assertThatThrownBy(() -> stores.mailboxes().find(SUPPORT))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("still being brought up to date");

            upgrade.join();

            assertThat(stores.mailboxes().find(SUPPORT)).isEmpty();
        }
    }

    private static boolean isSlow(String url) {
        return Jdbi.create(url)
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                "select exists (select 1 from pg_stat_activity"
                                                        + " where wait_event = 'PgSleep')")
                                        .mapTo(Boolean.class)
                                        .one());
    }

    private static boolean isRefusedAtOnce(JdbcStores stores) {
        long asked = System.nanoTime();
        try {
            stores.mailboxes().find(SUPPORT);
            return false;
        } catch (StoreUnavailableException e) {
            return System.nanoTime() - asked < AT_ONCE.toNanos();
        }
    }
}
