/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.mailbox.SharedMailboxes;

/** What every implementation of transactions does. */
public interface TransactionsContract {
    Transactions transactions();

    Delegations delegations();

    SharedMailboxes mailboxes();

    AuditLog auditLog();

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

    private boolean changeEverything(Username delegate) {
        mailboxes().put(mailbox(SUPPORT).build());
        delegations().lockAndCount(SUPPORT, NOON);
        delegations().put(delegation(SUPPORT, delegate).build());
        auditLog()
                .append(
                        AuditEntry.of(
                                NOON,
                                ADMINISTRATOR,
                                AuditAction.DELEGATION_GRANTED,
                                SUPPORT,
                                Optional.of(delegate),
                                ImmutableMap.of()));
        return true;
    }

    private void assertEverythingIsThere() {
        assertThat(mailboxes().find(SUPPORT)).isPresent();
        assertThat(delegations().find(SUPPORT, ALICE)).isPresent();
        assertThat(delegations().ofDelegate(ALICE)).hasSize(1);
        assertThat(auditLog().ofMailbox(SUPPORT, 10)).hasSize(1);
    }

    private void assertNothingIsThere() {
        assertThat(mailboxes().find(SUPPORT)).isEmpty();
        assertThat(delegations().find(SUPPORT, ALICE)).isEmpty();
        assertThat(delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(auditLog().ofMailbox(SUPPORT, 10)).isEmpty();
    }
}
