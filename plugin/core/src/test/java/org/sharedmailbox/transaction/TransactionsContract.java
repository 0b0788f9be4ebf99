/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The contract of transactions, for every database. */
public interface TransactionsContract extends StoresInTransaction {
    @Test
    default void theResultOfTheWorkIsReturned() {
        assertThat(transactions().<String>inTransaction(() -> "done")).isEqualTo("done");
    }

    @Test
    default void afterItAllOfItIsThere() {
        transactions().inTransaction(() -> changeEverything(ALICE));

        assertEverythingIsThere();
    }

    @Test
    default void anExceptionUndoesAllOfItAndIsThrownOn() {
        IllegalArgumentException failure = new IllegalArgumentException("no");

        assertThatThrownBy(
                        () ->
                                transactions()
                                        .inTransaction(
                                                () -> {
                                                    changeEverything(ALICE);
                                                    throw failure;
                                                }))
                .isSameAs(failure);

        assertNothingIsThere();
    }

    @Test
    default void whatWasChangedIsSeenWithinAtOnceAndElsewhereOnlyAfterwards() {
        transactions()
                .inTransaction(
                        () -> {
                            assertThat(delegations().ofDelegate(ALICE)).isEmpty();
                            assertThat(mailboxes().find(SUPPORT)).isEmpty();
                            changeEverything(ALICE);
                            assertThat(delegations().ofDelegate(ALICE)).hasSize(1);
                            assertThat(mailboxes().find(SUPPORT)).isPresent();
                            CompletableFuture.runAsync(this::assertNothingIsThere).join();
                            return true;
                        });

        assertEverythingIsThere();
    }

    @Test
    default void aCallInsideOfAnotherJoinsIt() {
        assertThatThrownBy(
                        () ->
                                transactions()
                                        .inTransaction(
                                                () -> {
                                                    transactions()
                                                            .inTransaction(
                                                                    () -> changeEverything(ALICE));
                                                    throw new IllegalStateException("no");
                                                }))
                .hasMessage("no");

        assertNothingIsThere();
    }

    @Test
    default void afterAFailureTheThreadIsFreeForTheNext() {
        assertThatThrownBy(
                        () ->
                                transactions()
                                        .inTransaction(
                                                () -> {
                                                    throw new IllegalStateException("no");
                                                }))
                .hasMessage("no");

        transactions().inTransaction(() -> changeEverything(ALICE));

        assertEverythingIsThere();
    }

    @Test
    default void aPartThatFailsUndoesTheWholeEvenIfItsExceptionIsCaught() {
        List<String> ran = new ArrayList<>();

        assertThatThrownBy(
                        () ->
                                transactions()
                                        .inTransaction(
                                                () -> {
                                                    transactions().afterCommit(() -> ran.add("c"));
                                                    changeEverything(ALICE);
                                                    assertThatThrownBy(this::failInside)
                                                            .hasMessage("inside");
                                                    return true;
                                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A part of this transaction has failed, so all of it is undone");

        assertNothingIsThere();
        assertThat(ran).isEmpty();
    }

    private void failInside() {
        transactions()
                .inTransaction(
                        () -> {
                            throw new IllegalStateException("inside");
                        });
    }
}
