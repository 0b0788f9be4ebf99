/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.failure.UnknownOutcomeException;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.postgresql.PostgresServer;
import org.sharedmailbox.transaction.NonBlocking;

/** A PostgreSQL that goes down and comes back while it is in use. */
@Tag("alone")
class OutageTest {
    private static final String DOWN = "The store of shared mailboxes does not answer: ";

    private final MovableTicker ticker = new MovableTicker();
    private final PostgresServer server = PostgresServer.start();
    private final Database database = TestStores.at(server.newDatabase());
    private JdbcStores stores = JdbcStores.open(database, Caching.by(ticker));

    @AfterEach
    void stop() {
        stores.close();
        server.close();
    }

    @Test
    void whileItIsDownEveryQuestionIsRefusedAndOnceItIsBackAllIsAsItWas() {
        grantAlice();

        server.kill();
        ticker.advance(Duration.ofSeconds(1));

        assertUnavailable(() -> stores.delegations().ofDelegate(ALICE));
        assertUnavailable(() -> stores.delegations().find(SUPPORT, ALICE));
        assertUnavailable(() -> stores.delegations().ofOwner(SUPPORT));
        assertUnavailable(() -> stores.delegations().remove(SUPPORT, ALICE));
        assertUnavailable(() -> stores.mailboxes().find(SUPPORT));
        assertUnavailable(() -> stores.mailboxes().put(mailbox(SUPPORT).build()));
        assertUnavailable(() -> stores.policies().policyOf(SUPPORT));
        assertUnavailable(() -> stores.auditLog().ofMailbox(SUPPORT, 1));
        assertUnavailable(() -> stores.subscriptions().ofDelegate(ALICE));
        assertUnavailable(
                () -> stores.subscriptions().choose(SUPPORT, ALICE, FolderName.INBOX, true));
        assertUnavailable(() -> stores.transactions().inTransaction(() -> true));

        server.resume();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                .untilAsserted(() -> assertThat(stores.delegations().ofDelegate(ALICE)).hasSize(1));
        grantAlice();
    }

    @Test
    void aTransactionThatLosesItsServerHappensNotAtAll() {
        FirstContact.await(stores::connect);

        // It cannot know that the server was killed before it was asked to commit.
        assertThatThrownBy(
                        () ->
                                stores.transactions()
                                        .inTransaction(
                                                () -> {
                                                    stores.mailboxes()
                                                            .put(mailbox(SUPPORT).build());
                                                    server.kill();
                                                    return true;
                                                }))
                .isInstanceOf(UnknownOutcomeException.class)
                .hasMessageStartingWith("It is not known whether this change was made. " + DOWN);

        server.resume();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                .untilAsserted(() -> assertThat(stores.mailboxes().find(SUPPORT)).isEmpty());
    }

    @Test
    void aServerThatIsDownAtTheFirstUseIsFoundOnceItIsThere() {
        stores.close();
        server.kill();
        // The one that was opened before may have connected already.
        stores = JdbcStores.open(database, Caching.by(ticker));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThatThrownBy(stores::connect)
                                        .isInstanceOf(StoreUnavailableException.class)
                                        .hasMessageStartingWith(DOWN)
                                        .hasMessageContaining("refused"));

        server.resume();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                .until(
                        () -> {
                            grantAlice();
                            return true;
                        });
    }

    @Test
    void whoAsksWhileItIsDownAtTheFirstUseDoesNotQueueUp() {
        server.kill();
        long started = System.nanoTime();

        List<CompletableFuture<Throwable>> questions = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            CompletableFuture<Throwable> question = new CompletableFuture<>();
            questions.add(question);
            new Thread(
                            () ->
                                    question.complete(
                                            catchThrowable(
                                                    () -> stores.delegations().ofDelegate(ALICE))))
                    .start();
        }

        assertThat(questions)
                .allSatisfy(
                        question ->
                                assertThat(question.join())
                                        .isInstanceOf(StoreUnavailableException.class));
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isLessThan(Duration.ofSeconds(14));
    }

    @Test
    void whileItIsDownOneWaitsAndTheOthersKnow() {
        grantAlice();
        server.kill();
        ticker.advance(Duration.ofSeconds(1));
        waitUntilItIsKnownToBeAway();

        assertThat(BestOfThree.of(() -> durationOf(1_000))).isLessThan(Duration.ofSeconds(1));

        server.resume();
        ticker.advance(Duration.ofSeconds(1));
        waitUntilItAnswers();
    }

    @Test
    void aServerThatSaysNothingKeepsALookUpForSecondsAndTheOthersNotAtAll() {
        grantAlice();
        server.freeze();
        ticker.advance(Duration.ofSeconds(1));
        try {
            assertThat(durationOf(1)).isLessThan(Duration.ofSeconds(15));
            waitUntilItIsKnownToBeAway();

            assertThat(BestOfThree.of(() -> durationOf(1_000))).isLessThan(Duration.ofSeconds(1));
        } finally {
            server.thaw();
        }
        ticker.advance(Duration.ofSeconds(1));
        waitUntilItAnswers();
    }

    @Test
    void connectionsThatBreakWhileOthersCanBeMadeKeepNobodyWaiting() {
        grantAlice();
        server.dropConnections();
        ticker.advance(Duration.ofSeconds(1));

        // Whoever gets a connection that is broken notices; nobody after that. Nobody does where
        // the
        // pool has tried it first, as it does with one that has not been used for half a second.
        Throwable first = catchThrowable(() -> stores.delegations().ofDelegate(ALICE));
        if (first != null) {
            assertThat(first)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageStartingWith(DOWN);
        }
        assertThat(stores.delegations().find(SUPPORT, ALICE)).isPresent();
    }

    @Test
    void aThreadThatMustNotBlockIsToldToo() {
        grantAlice();
        server.kill();
        ticker.advance(Duration.ofSeconds(1));
        waitUntilItIsKnownToBeAway();

        assertThatThrownBy(() -> NonBlocking.ask(() -> stores.delegations().ofDelegate(ALICE)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    /** Returns how long so many look-ups take that are all refused. */
    private Duration durationOf(int lookUps) {
        long started = System.nanoTime();
        for (int n = 0; n < lookUps; n++) {
            assertUnavailable(() -> stores.delegations().ofDelegate(ALICE));
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void waitUntilItIsKnownToBeAway() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> durationOf(100).compareTo(Duration.ofMillis(500)) < 0);
    }

    private void waitUntilItAnswers() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                .untilAsserted(() -> assertThat(stores.delegations().ofDelegate(ALICE)).hasSize(1));
    }

    private void grantAlice() {
        FirstContact.await(stores::connect);
        stores.transactions()
                .inTransaction(
                        () -> {
                            stores.delegations().lockAndCount(SUPPORT, NOON);
                            stores.delegations().put(delegation(SUPPORT, ALICE).build());
                            return true;
                        });
        assertThat(stores.delegations().ofDelegate(ALICE)).hasSize(1);
    }

    private static void assertUnavailable(ThrowingCallable question) {
        assertThatThrownBy(question)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith(DOWN);
    }
}
