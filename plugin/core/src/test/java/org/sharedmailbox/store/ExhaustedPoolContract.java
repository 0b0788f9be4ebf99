/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.failure.StoreUnavailableException;

/** Changes that wait for a lock which somebody else holds, more than there are connections. */
interface ExhaustedPoolContract {
    /** More than a change waits for a lock. */
    Duration TIMEOUT = Duration.ofSeconds(14);

    /** Returns the database, with a James that has just been opened on it. */
    TestStores database();

    @Test
    default void lookUpsGoOnAndWhoHasWaitedInVainHasChangedNothing() {
        grant(database().stores(), SUPPORT, ALICE);
        MovableTicker ticker = new MovableTicker();
        Database small = TestStores.like(database().database(), "", 2);
        try (JdbcStore directly = JdbcStore.open(database().database());
                JdbcStores stores = JdbcStores.open(small, Caching.by(ticker))) {
            FirstContact.await(stores::connect);
            try (HeldLock lock =
                    HeldLock.by(
                            directly,
                            "update delegation_owner set address = address where address = '"
                                    + SUPPORT.asString()
                                    + "'")) {
                CompletableFuture<Boolean> begun = new CompletableFuture<>();
                CompletableFuture<Void> first = granting(stores, SUPPORT, begun);
                begun.join();
                CompletableFuture<Void> second = granting(stores, SALES, new CompletableFuture<>());

                assertThat(second)
                        .as("has nothing to do with the lock, and finds no connection")
                        .failsWithin(TIMEOUT)
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(StoreUnavailableException.class)
                        .withMessageContaining("store.poolSize");
                assertThat(first).as("waits still").isNotDone();
                assertThat(waitsIn(100, stores, ticker))
                        .as("the machine may be busy with something else during one")
                        .hasSizeLessThanOrEqualTo(1);

                assertThat(first)
                        .failsWithin(TIMEOUT)
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(StoreUnavailableException.class)
                        .withMessageMatching("(?s).*(lock timeout|Timeout trying to lock).*");
                assertThat(BestOfThree.of(() -> durationOf(100, stores, ticker)))
                        .isLessThan(Duration.ofSeconds(4));
            }

            ticker.advance(Duration.ofSeconds(1));
            assertThat(stores.delegations().ofDelegate(BOB)).as("nothing was changed").isEmpty();
            grant(stores, SUPPORT, BOB);
            grant(stores, SALES, BOB);
            assertThat(stores.delegations().ofDelegate(BOB)).hasSize(2);
        }
    }

    /**
     * @param begun completed once it has a connection
     */
    private static CompletableFuture<Void> granting(
            JdbcStores stores, Username owner, CompletableFuture<Boolean> begun) {
        return CompletableFuture.runAsync(
                () ->
                        stores.transactions()
                                .inTransaction(
                                        () -> {
                                            begun.complete(true);
                                            return grant(stores, owner, BOB);
                                        }),
                task -> new Thread(task).start());
    }

    /** Returns the times of those of so many look-ups that have taken more than a second. */
    private static List<Duration> waitsIn(int lookUps, JdbcStores stores, MovableTicker ticker) {
        return Stream.generate(() -> durationOf(1, stores, ticker))
                .limit(lookUps)
                .filter(one -> one.compareTo(Duration.ofSeconds(1)) > 0)
                .collect(Collectors.toList());
    }

    private static Duration durationOf(int lookUps, JdbcStores stores, MovableTicker ticker) {
        long started = System.nanoTime();
        for (int n = 0; n < lookUps; n++) {
            ticker.advance(Duration.ofSeconds(1));
            assertThat(stores.delegations().ofDelegate(ALICE)).hasSize(1);
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static boolean grant(JdbcStores stores, Username owner, Username delegate) {
        return stores.transactions()
                .inRepeatableTransaction(
                        () -> {
                            stores.delegations().lockAndCount(owner, NOON);
                            stores.delegations().put(delegation(owner, delegate).build());
                            return true;
                        });
    }
}
