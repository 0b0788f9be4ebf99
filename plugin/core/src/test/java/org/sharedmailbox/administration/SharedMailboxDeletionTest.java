/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.james.JamesInMemory.PASSWORD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener.ExecutionMode;
import org.apache.james.events.EventListener.GroupEventListener;
import org.apache.james.events.Group;
import org.apache.james.mailbox.events.MailboxEvents.MailboxDeletion;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.failure.UnknownOutcomeException;
import org.sharedmailbox.mailbox.MailboxQuota;

/** Shared mailboxes are deleted, and later accounts inherit nothing from them. */
class SharedMailboxDeletionTest extends SharedMailboxServiceFixture {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void deletingEndsTheAccountAndEveryDelegationAndKeepsTheMail() {
        put(SharedMailboxRequest.builder().password(PASSWORD).build());
        grant(SUPPORT, ALICE);
        grant(BOB, SUPPORT);
        james.deliver(SUPPORT, "INBOX");
        announced.clear();

        plugin().mailboxes.delete(SUPPORT, false, ADMINISTRATOR);

        assertThat(database.stores().mailboxes().find(SUPPORT)).isEmpty();
        assertThat(database.stores().delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(database.stores().delegations().ofDelegate(SUPPORT)).isEmpty();
        assertThat(james.accounts().exists(SUPPORT)).isFalse();
        assertThat(james.mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
        assertThat(announced)
                .containsExactlyInAnyOrder(
                        "support@example.com alice@example.com",
                        "bob@example.com support@example.com",
                        "support@example.com support@example.com");
        assertThat(actions())
                .startsWith(AuditAction.MAILBOX_DELETED, AuditAction.DELEGATION_REVOKED);
        assertThat(audit().get(1).details()).containsEntry("because", "mailbox deleted");
    }

    @Test
    void whoIsToldOfADeletionFindsNoAccessAnyMore() {
        put(DEFAULTS);
        grant(SUPPORT, ALICE);
        Plugin plugin = plugin();
        assertThat(plugin.access.access(SUPPORT, ALICE).opensMailbox()).isTrue();
        List<Boolean> open = new ArrayList<>();
        plugin.changes.subscribe(
                (owner, delegate) ->
                        open.add(plugin.access.access(owner, delegate).opensMailbox()));

        plugin.mailboxes.delete(SUPPORT, false, ADMINISTRATOR);

        assertThat(open).containsOnly(false).hasSize(2);
    }

    @Test
    void deletingWithTheMailDeletesThatToo() {
        put(DEFAULTS);
        james.deliver(SUPPORT, "INBOX");
        james.deliver(SUPPORT, "Archive");

        plugin().mailboxes.delete(SUPPORT, true, ADMINISTRATOR);

        assertThat(james.foldersOf(SUPPORT)).isEmpty();
        assertThat(james.foldersOf(ALICE)).isEmpty();
    }

    @Test
    void whileJamesDeletesTheMailNobodyWaits() {
        CompletableFuture<Void> deletion =
                deletionWithMailDuring(
                        () -> {
                            grant(BOB, ALICE);
                            grant(SUPPORT, BOB);

                            assertThat(database.stores().delegations().ofDelegate(ALICE))
                                    .hasSize(1);
                            assertThat(database.stores().mailboxes().find(SUPPORT))
                                    .as("not gone before it is")
                                    .isPresent();
                        });

        assertThat(deletion).succeedsWithin(TIMEOUT);
        assertThat(database.stores().mailboxes().find(SUPPORT)).isEmpty();
        assertThat(database.stores().delegations().ofDelegate(BOB)).isEmpty();
        assertThat(james.foldersOf(SUPPORT)).isEmpty();
        assertThat(james.accounts().exists(SUPPORT)).isFalse();
        assertThat(actions()).startsWith(AuditAction.MAILBOX_DELETED);
    }

    @Test
    void aStoreThatFailsWhenTheMailIsDeletedIsNotSaidToHaveChangedNothing() {
        CompletableFuture<Void> deletion =
                deletionWithMailDuring(
                        () -> database.sql("alter table account_end rename to away"));

        assertThat(deletion)
                .failsWithin(TIMEOUT)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(UnknownOutcomeException.class);
        database.sql("alter table away rename to account_end");
        assertThat(stored()).isNotNull();
        assertMailIsSaidToBeDeleted(audit().get(0));

        plugin().mailboxes.delete(SUPPORT, true, ADMINISTRATOR);

        assertThat(database.stores().mailboxes().find(SUPPORT)).isEmpty();
    }

    @Test
    void whoBecomesAUserWhileTheMailIsDeletedIsNotDeleted() {
        CompletableFuture<Void> deletion =
                deletionWithMailDuring(
                        () -> plugin().conversions.revert(SUPPORT, PASSWORD, ADMINISTRATOR));

        assertThat(deletion).succeedsWithin(TIMEOUT);
        assertThat(james.canSignIn(SUPPORT, PASSWORD)).isTrue();
        assertThat(james.foldersOf(SUPPORT)).as("those not deleted yet").isNotEmpty();
        assertThat(actions()).startsWith(AuditAction.MAILBOX_REVERTED, AuditAction.MAILBOX_CHANGED);
        assertMailIsSaidToBeDeleted(audit().get(1));
    }

    @Test
    void whatIsMadeAgainWhileTheMailIsDeletedIsNotDeleted() {
        CompletableFuture<Void> deletion =
                deletionWithMailDuring(
                        () -> {
                            Plugin later = plugin();
                            later.clock.advance(Duration.ofSeconds(1));
                            later.mailboxes.delete(SUPPORT, false, ADMINISTRATOR);
                            later.mailboxes.put(SUPPORT, DEFAULTS, ADMINISTRATOR);
                        });

        assertThat(deletion).succeedsWithin(TIMEOUT);
        assertThat(stored()).isNotNull();
        assertThat(james.accounts().exists(SUPPORT)).isTrue();
        assertThat(actions()).startsWith(AuditAction.MAILBOX_CREATED, AuditAction.MAILBOX_DELETED);
    }

    private static void assertMailIsSaidToBeDeleted(AuditEntry entry) {
        assertThat(entry.action()).isEqualTo(AuditAction.MAILBOX_CHANGED);
        assertThat(entry.details()).containsEntry("mail", "deletion begun");
    }

    /** Has James delete the mail of support, and does that while it deletes the first folder. */
    private CompletableFuture<Void> deletionWithMailDuring(Runnable meanwhile) {
        put(DEFAULTS);
        james.deliver(SUPPORT, "INBOX");
        SlowDeletion slow = new SlowDeletion();
        james.mailboxes.getEventBus().register(slow, slow.getDefaultGroup());
        CompletableFuture<Void> deletion =
                CompletableFuture.runAsync(
                        () -> plugin().mailboxes.delete(SUPPORT, true, ADMINISTRATOR),
                        task -> new Thread(task).start());
        try {
            assertThat(slow.begun).succeedsWithin(TIMEOUT);

            meanwhile.run();

            assertThat(deletion).isNotDone();
        } finally {
            slow.released.complete(true);
        }
        return deletion;
    }

    @Test
    void deletingWhatIsNotThereChangesNothing() {
        plugin().mailboxes.delete(SUPPORT, true, ADMINISTRATOR);
        plugin().mailboxes.delete(ALICE, true, ADMINISTRATOR);

        assertThat(actions()).isEmpty();
        assertThat(james.accounts().exists(ALICE)).isTrue();
    }

    @Test
    void creatingAgainFindsTheMailAndNoOldMemberNorQuota() {
        put(
                SharedMailboxRequest.builder()
                        .quota(MailboxQuota.of(Optional.of(7L), Optional.empty()))
                        .build());
        grant(SUPPORT, ALICE);
        james.deliver(SUPPORT, "INBOX");
        plugin().mailboxes.delete(SUPPORT, false, ADMINISTRATOR);

        put(DEFAULTS);

        assertThat(james.mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
        assertThat(database.stores().delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(plugin().mailboxes.quotaOf(stored()).isEmpty()).isTrue();
    }

    @Test
    void aMailboxInheritsNothingFromAnEarlierUserOfItsAddress() throws Exception {
        james.with(SUPPORT);
        grant(SUPPORT, ALICE);
        grant(BOB, SUPPORT);
        james.users.removeUser(SUPPORT);

        put(DEFAULTS);

        assertThat(database.stores().delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(database.stores().delegations().ofDelegate(SUPPORT)).isEmpty();
        assertThat(audit().get(1).details())
                .containsEntry("because", "left over from an earlier account");
    }

    /** Keeps James from going on with the first folder that it deletes. */
    private static final class SlowDeletion implements GroupEventListener {
        private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
        private final CompletableFuture<Boolean> released = new CompletableFuture<>();

        @Override
        public Group getDefaultGroup() {
            return new SlowDeletionGroup();
        }

        @Override
        public ExecutionMode getExecutionMode() {
            return ExecutionMode.SYNCHRONOUS;
        }

        @Override
        public boolean isHandling(Event event) {
            return event instanceof MailboxDeletion;
        }

        @Override
        public void event(Event event) {
            begun.complete(true);
            released.join();
        }
    }

    /** Its name is that of the class. */
    private static final class SlowDeletionGroup extends Group {}
}
