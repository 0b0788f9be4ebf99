/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.james.JamesInMemory.PASSWORD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.failure.UnknownOutcomeException;
import org.sharedmailbox.mailbox.MailboxQuota;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SignIn;

/** Creations that fail, or that coincide with others, leave no half-created mailbox behind. */
class FailedCreationTest extends SharedMailboxServiceFixture {
    @Test
    void ofManyWhoCreateTheSameMailboxOneDoesAndTheOthersChangeIt() throws Exception {
        Plugin plugin = plugin();
        ExecutorService threads = Executors.newFixedThreadPool(5);
        CountDownLatch start = new CountDownLatch(5);
        List<Future<Boolean>> puts = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            puts.add(
                    threads.submit(
                            () -> {
                                start.countDown();
                                start.await();
                                return plugin.mailboxes
                                        .put(SUPPORT, DEFAULTS, ADMINISTRATOR)
                                        .created();
                            }));
        }
        List<Boolean> created = Collections.synchronizedList(new ArrayList<>());
        for (Future<Boolean> put : puts) {
            created.add(put.get());
        }
        threads.shutdown();

        assertThat(created).containsExactlyInAnyOrder(true, false, false, false, false);
    }

    @Test
    void whenFoldersCannotBeMadeNothingIsLeftBehind() {
        assertNothingIsLeftWhen(FailingJames.atFolder(james, "Drafts"));
    }

    @Test
    void whenTheQuotaCannotBeSetNothingIsLeftBehind() {
        assertNothingIsLeftWhen(FailingJames.atQuota(james));
    }

    @Test
    void whenTheAccountCannotBeMadeNothingIsLeftBehind() {
        assertNothingIsLeftWhen(FailingJames.atAccount(james));
    }

    @Test
    void whenALaterPartOfALargerTransactionFailsNothingIsLeftBehind() {
        Plugin plugin = plugin();
        james.quotas().set(SUPPORT, MailboxQuota.of(Optional.of(3L), Optional.empty()));

        assertThatThrownBy(
                        () ->
                                database.stores()
                                        .transactions()
                                        .inTransaction(
                                                () -> {
                                                    plugin.mailboxes.put(
                                                            SUPPORT, DEFAULTS, ADMINISTRATOR);
                                                    throw new IllegalStateException("later");
                                                }))
                .hasMessage("later");

        assertNothingIsLeft();
        assertThat(james.quotas().of(SUPPORT).count()).contains(3L);
    }

    @Test
    void aPasswordThatWasSetInVainLetsNobodySignIn() {
        put(DEFAULTS);
        Plugin plugin = plugin();

        assertThatThrownBy(
                        () ->
                                database.stores()
                                        .transactions()
                                        .inTransaction(
                                                () -> {
                                                    plugin.mailboxes.put(
                                                            SUPPORT,
                                                            SharedMailboxRequest.builder()
                                                                    .password(PASSWORD)
                                                                    .build(),
                                                            ADMINISTRATOR);
                                                    throw new IllegalStateException("later");
                                                }))
                .hasMessage("later");

        assertThat(stored().signIn()).isEqualTo(SignIn.BLOCKED);
        assertThat(james.canSignIn(SUPPORT, PASSWORD)).isFalse();
    }

    /** What the store has committed may be in use; here it has not, and the next answer says so. */
    @Test
    void whereNobodyKnowsWhetherItWasCreatedEverythingIsLeftForWhoeverAsksAgain() {
        Plugin plugin = plugin();

        assertThatThrownBy(() -> putAndLoseTheAnswer(plugin, DEFAULTS))
                .isInstanceOf(UnknownOutcomeException.class);

        assertThat(james.accounts().exists(SUPPORT)).isTrue();
        assertThat(james.foldersOf(SUPPORT)).contains("INBOX", "Drafts");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                .until(() -> database.stores().mailboxes().find(SUPPORT).isEmpty());
        assertThatThrownBy(() -> plugin.mailboxes.put(SUPPORT, DEFAULTS, ADMINISTRATOR))
                .hasMessageContaining("convert the user");
        plugin.conversions.convert(SUPPORT, SharedMailboxType.TEAM.name(), ADMINISTRATOR);
        assertThat(stored().signIn()).isEqualTo(SignIn.BLOCKED);
    }

    @Test
    void aPasswordOfWhichNobodyKnowsWhetherItWasSetLetsNobodySignIn() {
        put(DEFAULTS);
        SharedMailboxRequest open = SharedMailboxRequest.builder().password(PASSWORD).build();

        assertThatThrownBy(() -> putAndLoseTheAnswer(plugin(), open))
                .isInstanceOf(UnknownOutcomeException.class);

        assertThat(james.canSignIn(SUPPORT, PASSWORD)).isFalse();
    }

    private void putAndLoseTheAnswer(Plugin plugin, SharedMailboxRequest request) {
        database.stores()
                .transactions()
                .inTransaction(
                        () -> {
                            plugin.mailboxes.put(SUPPORT, request, ADMINISTRATOR);
                            shutDownStore();
                            return true;
                        });
    }

    private void shutDownStore() {
        try {
            database.sql("shutdown immediately");
        } catch (StoreUnavailableException e) {
            // It does not answer that.
        }
    }

    private void assertNothingIsLeftWhen(FailingJames failing) {
        Plugin plugin =
                new Plugin(
                        database.stores(),
                        failing.accounts(),
                        failing.folders(),
                        failing.quotas(),
                        james.sideDoors.leftovers());
        SharedMailboxRequest request =
                SharedMailboxRequest.builder()
                        .quota(MailboxQuota.of(Optional.of(7L), Optional.empty()))
                        .build();

        assertThatThrownBy(() -> plugin.mailboxes.put(SUPPORT, request, ADMINISTRATOR))
                .hasMessage("James has a bad day");

        assertNothingIsLeft();
        assertThat(james.quotas().of(SUPPORT).isEmpty()).isTrue();
        assertThat(plugin().mailboxes.put(SUPPORT, request, ADMINISTRATOR).created()).isTrue();
    }

    private void assertNothingIsLeft() {
        assertThat(james.accounts().exists(SUPPORT)).isFalse();
        assertThat(james.foldersOf(SUPPORT)).isEmpty();
        assertThat(database.stores().mailboxes().find(SUPPORT)).isEmpty();
        assertThat(audit()).isEmpty();
        assertThat(announced).isEmpty();
    }
}
