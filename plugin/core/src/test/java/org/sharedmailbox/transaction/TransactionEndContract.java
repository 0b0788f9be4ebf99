/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.failure.UnknownOutcomeException;

/** The contract of the actions at the end of a transaction, for every database. */
public interface TransactionEndContract extends StoresInTransaction {
    /** Breaks the connection of the transaction that is under way. */
    void breakConnections();

    @Test
    default void anActionRunsAfterTheCommitOfTheOutermostAndSeesWhatWasDone() {
        List<String> order = new ArrayList<>();
        transactions()
                .inTransaction(
                        () -> {
                            transactions()
                                    .inTransaction(
                                            () -> {
                                                transactions()
                                                        .afterCommit(
                                                                () -> {
                                                                    assertEverythingIsThere();
                                                                    order.add("action");
                                                                });
                                                return true;
                                            });
                            changeEverything(ALICE);
                            order.add("work");
                            return true;
                        });

        assertThat(order).containsExactly("work", "action");
    }

    @Test
    default void anActionSeesTheChangeEvenIfItWasAnnouncedBeforeItWasMade() {
        transactions().inTransaction(() -> changeEverything(ALICE));
        assertThat(delegations().ofDelegate(ALICE)).hasSize(1);
        List<Integer> seen = new ArrayList<>();

        transactions()
                .inTransaction(
                        () -> {
                            transactions()
                                    .afterCommit(
                                            () -> seen.add(delegations().ofDelegate(ALICE).size()));
                            return mailboxes().remove(SUPPORT);
                        });

        assertThat(seen).containsExactly(0);
    }

    @Test
    default void noActionRunsAfterARollback() {
        List<String> ran = new ArrayList<>();

        assertThatThrownBy(
                        () ->
                                transactions()
                                        .inTransaction(
                                                () -> {
                                                    transactions().afterCommit(() -> ran.add("a"));
                                                    throw new IllegalStateException("no");
                                                }))
                .hasMessage("no");
        transactions().inTransaction(() -> changeEverything(ALICE));

        assertThat(ran).isEmpty();
    }

    @Test
    default void outsideOfATransactionAnActionRunsAtOnce() {
        List<String> ran = new ArrayList<>();

        transactions().afterCommit(() -> ran.add("a"));

        assertThat(ran).containsExactly("a");
    }

    @Test
    default void anActionThatFailsKeepsNoOtherFromRunningAndIsNoFailureOfTheTransaction() {
        List<String> ran = new ArrayList<>();

        transactions()
                .inTransaction(
                        () -> {
                            transactions()
                                    .afterCommit(
                                            () -> {
                                                throw new IllegalStateException("a listener's bug");
                                            });
                            transactions().afterCommit(() -> ran.add("b"));
                            return changeEverything(ALICE);
                        });

        assertThat(ran).containsExactly("b");
        assertEverythingIsThere();
    }

    @Test
    default void anActionMayOpenATransactionOfItsOwn() {
        transactions()
                .inTransaction(
                        () -> {
                            transactions()
                                    .afterCommit(
                                            () ->
                                                    transactions()
                                                            .inTransaction(
                                                                    () -> changeEverything(BOB)));
                            return changeEverything(ALICE);
                        });

        assertThat(delegations().ofOwner(SUPPORT)).hasSize(2);
    }

    @Test
    default void afterARollbackWhatWasDoneElsewhereIsUndoneTheLastFirst() {
        List<String> undone = new ArrayList<>();

        assertThatThrownBy(
                        () ->
                                transactions()
                                        .inTransaction(
                                                () -> {
                                                    Transactions all = transactions();
                                                    all.afterRollback(() -> undone.add("first"));
                                                    all.afterRollback(
                                                            () -> {
                                                                throw new IllegalStateException(
                                                                        "cannot be undone");
                                                            });
                                                    all.afterRollback(() -> undone.add("last"));
                                                    throw new IllegalStateException("no");
                                                }))
                .hasMessage("no");

        assertThat(undone).containsExactly("last", "first");
    }

    @Test
    default void afterACommitAndOutsideOfATransactionNothingIsUndone() {
        List<String> undone = new ArrayList<>();

        transactions().afterRollback(() -> undone.add("outside"));
        transactions()
                .inTransaction(
                        () -> {
                            transactions().afterRollback(() -> undone.add("inside"));
                            return true;
                        });

        assertThat(undone).isEmpty();
    }

    @Test
    default void afterARollbackWhatIsOnTheSafeSideIsDoneInItsTurn() {
        List<String> undone = new ArrayList<>();

        assertThatThrownBy(
                        () ->
                                transactions()
                                        .inTransaction(
                                                () -> {
                                                    undoLater(undone);
                                                    throw new IllegalStateException("no");
                                                }))
                .hasMessage("no");

        assertThat(undone).containsExactly("safe", "destroying");
    }

    @Test
    default void whereNobodyKnowsWhatHappenedOnlyWhatIsOnTheSafeSideIsDone() {
        List<String> undone = new ArrayList<>();

        assertThatThrownBy(
                        () ->
                                transactions()
                                        .inTransaction(
                                                () -> {
                                                    changeEverything(ALICE);
                                                    undoLater(undone);
                                                    breakConnections();
                                                    return true;
                                                }))
                .isInstanceOf(UnknownOutcomeException.class);

        assertThat(undone).containsExactly("safe");
    }

    private void undoLater(List<String> undone) {
        transactions().afterCommit(() -> undone.add("not undone, but done"));
        transactions().afterRollback(() -> undone.add("destroying"));
        transactions().unlessCommitted(() -> undone.add("safe"));
    }

    @Test
    default void outsideOfATransactionNothingIsDoneUnlessCommitted() {
        List<String> undone = new ArrayList<>();

        transactions().unlessCommitted(() -> undone.add("outside"));
        transactions()
                .inTransaction(
                        () -> {
                            transactions().unlessCommitted(() -> undone.add("inside"));
                            return true;
                        });

        assertThat(undone).isEmpty();
    }
}
