/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.GivenEntries.covering;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.transaction.Transactions;

/**
 * The contract of the store of delegations for callers that have locked owners, for every database.
 */
public interface LockedOwnersContract {
    Delegations delegations();

    Transactions transactions();

    @Test
    default void onlyDelegationsThatHaveNotEndedAreCounted() {
        put(
                delegation(SUPPORT, ALICE).build(),
                delegation(SUPPORT, BOB)
                        .validity(Validity.of(Optional.empty(), Optional.of(NOON)))
                        .build(),
                delegation(SUPPORT, CAROL)
                        .validity(Validity.of(Optional.of(NOON.plusSeconds(9)), Optional.empty()))
                        .build(),
                delegation(SALES, ALICE).build());

        assertThat(count(NOON.minusNanos(1000))).isEqualTo(3);
        assertThat(count(NOON)).isEqualTo(2);
        assertThat(count(NOON.plus(Duration.ofDays(1)))).isEqualTo(2);
    }

    @Test
    default void anOwnerWithoutAnyDelegationIsCountedAsNone() {
        assertThat(count(NOON)).isZero();
    }

    @Test
    default void whatAFailedTransactionPutIsNotCounted() {
        assertThatThrownBy(
                        () ->
                                transactions()
                                        .inTransaction(
                                                () -> {
                                                    delegations().lockAndCount(SUPPORT, NOON);
                                                    delegations()
                                                            .put(
                                                                    delegation(SUPPORT, ALICE)
                                                                            .build());
                                                    throw new IllegalStateException(
                                                            "changed my mind");
                                                }))
                .hasMessage("changed my mind");

        assertThat(count(NOON)).isZero();
        assertThat(delegations().ofDelegate(ALICE)).isEmpty();
    }

    @Test
    default void manyOwnersAreLockedAndReadAtOnce() {
        Delegation alice =
                delegation(SUPPORT, ALICE).entries(covering("lr", "Zulu", "INBOX")).build();
        Delegation bob = delegation(SUPPORT, BOB).build();
        put(bob, alice, delegation(SALES, ALICE).build());
        List<Username> owners =
                IntStream.range(0, 1200)
                        .mapToObj(n -> Username.of("box" + n + "@example.com"))
                        .collect(Collectors.toCollection(ArrayList::new));
        owners.add(SUPPORT);

        var present = transactions().inTransaction(() -> delegations().lockAll(owners));

        assertThat(present.keySet()).containsExactly(SUPPORT);
        assertThat(present.get(SUPPORT)).containsExactly(alice, bob);
        assertThat(transactions().inTransaction(() -> delegations().lockAll(List.of())).isEmpty())
                .isTrue();
    }

    @Test
    default void whoLocksOneOfManyWaitsForWhoLockedAll() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch counting = new CountDownLatch(1);
        CompletableFuture<Integer> count =
                CompletableFuture.supplyAsync(
                        () -> {
                            await(locked);
                            counting.countDown();
                            return count(NOON);
                        });

        transactions()
                .inTransaction(
                        () -> {
                            delegations().lockAll(List.of(SALES, SUPPORT));
                            locked.countDown();
                            await(counting);
                            delegations().addAll(List.of(delegation(SUPPORT, ALICE).build()));
                            assertThat(count).isNotDone();
                            return true;
                        });

        assertThat(count.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    default void manyAreAddedAndReplacedAtOnce() {
        Delegation alice =
                delegation(SUPPORT, ALICE).entries(covering("lr", "INBOX", "Archive")).build();
        Delegation bob = delegation(SUPPORT, BOB).build();
        Delegation carol = delegation(SALES, CAROL).entries(covering("lr", "INBOX")).build();
        locked(() -> delegations().addAll(List.of(alice, bob, carol)));

        assertThat(delegations().ofOwner(SUPPORT)).containsExactly(alice, bob);
        assertThat(delegations().ofDelegate(CAROL))
                .extracting(HeldDelegation::delegation)
                .containsExactly(carol);

        Delegation everything = delegation(SUPPORT, ALICE).note(Optional.of("second")).build();
        Delegation other =
                delegation(SALES, CAROL).entries(covering("lr", "Sent", "INBOX")).build();
        locked(() -> delegations().replaceAll(List.of(everything, other)));

        assertThat(delegations().ofOwner(SUPPORT)).containsExactly(everything, bob);
        assertThat(delegations().ofDelegate(CAROL))
                .extracting(HeldDelegation::delegation)
                .containsExactly(other);
    }

    private void locked(Runnable work) {
        transactions()
                .inTransaction(
                        () -> {
                            delegations().lockAll(List.of(SALES, SUPPORT));
                            work.run();
                            return true;
                        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void put(Delegation... delegations) {
        GivenDelegations.put(transactions(), delegations(), delegations);
    }

    private int count(Instant at) {
        return transactions().inTransaction(() -> delegations().lockAndCount(SUPPORT, at));
    }
}
