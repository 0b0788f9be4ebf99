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

/** As many changes that do not end as the store makes at a time. */
interface ExhaustedPoolContract {
    /** More than a change waits for others. */
    Duration TIMEOUT = Duration.ofSeconds(25);

    /** Returns the database, with a James that has just been opened on it. */
    TestStores database();

    /** Returns a part of what somebody is told who has waited for others' changes in vain. */
    String refusal();

    @Test
    default void lookUpsGoOnAndWhoHasWaitedInVainHasChangedNothing() {
        grant(database().stores(), SUPPORT, ALICE);
        MovableTicker ticker = new MovableTicker();
        Database small = TestStores.like(database().database(), "", 2);
        try (JdbcStores stores = JdbcStores.open(small, Caching.by(ticker))) {
            FirstContact.await(stores::connect);
            CompletableFuture<Boolean> begun = new CompletableFuture<>();
            CompletableFuture<Boolean> released = new CompletableFuture<>();
            CompletableFuture<Void> first = granting(stores, SUPPORT, begun, released);
            try {
                assertThat(begun).succeedsWithin(TIMEOUT);
                CompletableFuture<Void> second =
                        granting(stores, SALES, new CompletableFuture<>(), released);

                assertThat(waitsIn(100, stores, ticker))
                        .as("the machine may be busy with something else during one")
                        .hasSizeLessThanOrEqualTo(1);
                assertThat(BestOfThree.of(() -> durationOf(100, stores, ticker)))
                        .isLessThan(Duration.ofSeconds(4));
                assertThat(second)
                        .as("has nothing to do with the first, and does not find room beside it")
                        .failsWithin(TIMEOUT)
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(StoreUnavailableException.class)
                        .withMessageContaining(refusal());
                assertThat(first).as("goes on").isNotDone();
            } finally {
                released.complete(true);
            }

            assertThat(first).succeedsWithin(TIMEOUT);
            ticker.advance(Duration.ofSeconds(1));
            assertThat(stores.delegations().ofDelegate(BOB))
                    .extracting(held -> held.delegation().owner())
                    .containsExactly(SUPPORT);
            grant(stores, SALES, BOB);
            assertThat(stores.delegations().ofDelegate(BOB)).hasSize(2);
        }
    }

    /**
     * @param begun completed once it is let in
     * @param released completed once it may go on
     */
    private static CompletableFuture<Void> granting(
            JdbcStores stores,
            Username owner,
            CompletableFuture<Boolean> begun,
            CompletableFuture<Boolean> released) {
        return CompletableFuture.runAsync(
                () ->
                        stores.transactions()
                                .inTransaction(
                                        () -> {
                                            begun.complete(true);
                                            released.join();
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

    static boolean grant(JdbcStores stores, Username owner, Username delegate) {
        return stores.transactions()
                .inRepeatableTransaction(
                        () -> {
                            stores.delegations().lockAndCount(owner, NOON);
                            stores.delegations().put(delegation(owner, delegate).build());
                            return true;
                        });
    }
}
