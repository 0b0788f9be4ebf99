/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import com.google.common.collect.ImmutableTable;
import com.google.common.reflect.Reflection;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MailboxPath;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.delegation.FolderChanges;
import org.sharedmailbox.delegation.SubscriptionChoices;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.store.JdbcStores;
import org.sharedmailbox.store.TestStores;

/** Subscriptions follow their folder when James renames or deletes it. */
class FolderEventsTest {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    private final JamesInMemory james =
            new JamesInMemory().with(SUPPORT).withFolders(SUPPORT, "INBOX", "Projects.2026");

    private Subscriptions subscriptions;
    private volatile ThrowingRunnable beforeAnswering = () -> {};

    /** What our store does first. */
    @FunctionalInterface
    private interface ThrowingRunnable {
        void run() throws InterruptedException;
    }

    @BeforeEach
    void aliceHasChosen() {
        JdbcStores stores = database.stores();
        stores.transactions()
                .inTransaction(
                        () -> {
                            stores.delegations().lockAndCount(SUPPORT, NOON);
                            stores.delegations().put(delegation(SUPPORT, ALICE).build());
                            return true;
                        });
        subscriptions = stores.subscriptions();
        new FolderEvents(
                        james.mailboxes.getEventBus(),
                        new FolderChanges(
                                stores.delegations(),
                                new Plugin(stores, james).delegations,
                                Reflection.newProxy(Subscriptions.class, this::answer),
                                stores.transactions()))
                .follow();
        for (String folder : List.of("INBOX", "Projects", "Projects.2026")) {
            choose(folder);
        }
    }

    @Test
    void aRenamedFolderKeepsTheChoiceAndSoDoThoseBelowIt() throws MailboxException {
        rename("Projects", "Plans");

        awaitChoicesFor("INBOX", "Plans", "Plans.2026");
    }

    @Test
    void aDeletedFolderIsForgottenAndThoseBelowItAreNot() throws MailboxException {
        MailboxSession session = session();
        james.mailboxManager().deleteMailbox(MailboxPath.forUser(SUPPORT, "Projects"), session);

        awaitChoicesFor("INBOX", "Projects.2026");
    }

    @Test
    void inboxStaysWhatItIsWhenItsMailMovesAway() throws MailboxException {
        rename("INBOX", "Before");
        rename("Projects", "Plans");

        awaitChoicesFor("INBOX", "Plans", "Plans.2026");
    }

    @Test
    void oneChangeAfterAnotherIsFollowedInThatOrder() throws MailboxException {
        rename("Projects.2026", "2026");
        rename("2026", "Done");

        awaitChoicesFor("INBOX", "Projects", "Done");
    }

    @Test
    void aFolderThatNobodyCanNameAnyMoreIsForgotten() throws MailboxException {
        rename("Projects.2026", "Projects.\u0007");

        awaitChoicesFor("INBOX", "Projects");
    }

    /** James waits even for listeners that call themselves asynchronous. */
    @Test
    void jamesDoesNotWaitForOurStore() {
        CountDownLatch storeHangs = new CountDownLatch(1);
        beforeAnswering = storeHangs::await;

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> rename("Projects", "Plans"));

        storeHangs.countDown();
        awaitChoicesFor("INBOX", "Plans", "Plans.2026");
    }

    @Test
    void whatFailsIsFollowedLaterBeforeWhatCameAfterIt() throws MailboxException {
        AtomicInteger failures = new AtomicInteger();
        beforeAnswering =
                () -> {
                    if (failures.getAndIncrement() < 3) {
                        throw new StoreUnavailableException("down", new IOException());
                    }
                };

        rename("Projects.2026", "2026");
        rename("2026", "Done");

        awaitChoicesFor("INBOX", "Projects", "Done");
        assertThat(failures).hasValueGreaterThan(3);
    }

    @Test
    void whatFailsBeyondAllExceptionsIsNotTheLastThatIsFollowed() throws MailboxException {
        AtomicInteger failures = new AtomicInteger();
        beforeAnswering =
                () -> {
                    if (failures.getAndIncrement() == 0) {
                        throw new NoClassDefFoundError("org/example/Missing");
                    }
                };

        rename("Projects.2026", "2026");
        rename("2026", "Done");

        awaitChoicesFor("INBOX", "Projects", "Done");
    }

    private @Nullable Object answer(Object proxy, Method method, Object[] arguments)
            throws Throwable {
        beforeAnswering.run();
        return method.invoke(subscriptions, arguments);
    }

    private void choose(String folder) {
        assertThat(subscriptions.choose(SUPPORT, ALICE, FolderName.of(folder), false)).isTrue();
    }

    private void rename(String from, String to) throws MailboxException {
        james.mailboxManager()
                .renameMailbox(
                        MailboxPath.forUser(SUPPORT, from),
                        MailboxPath.forUser(SUPPORT, to),
                        session());
    }

    private MailboxSession session() {
        return james.mailboxManager().createSystemSession(SUPPORT);
    }

    private void awaitChoicesFor(String... folders) {
        ImmutableTable.Builder<Username, FolderName, Boolean> expected = ImmutableTable.builder();
        for (String folder : folders) {
            expected.put(SUPPORT, FolderName.of(folder), false);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(subscriptions.ofDelegate(ALICE))
                                        .isEqualTo(SubscriptionChoices.of(expected.build())));
    }
}
