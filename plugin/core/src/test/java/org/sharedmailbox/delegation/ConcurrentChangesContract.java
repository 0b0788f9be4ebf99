/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.acl.RightsModification;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.james.JamesFolders;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.store.TestStores;

/**
 * Concurrent changes of a delegation: what one of them takes away, the other does not bring back.
 */
abstract class ConcurrentChangesContract extends DelegationServiceFixture {
    /** Work that needs no lock is done long before; work that does is not waited for. */
    private static final Duration WORK_TIMEOUT = Duration.ofMillis(500);

    ConcurrentChangesContract(TestStores database) {
        super(database);
    }

    @BeforeEach
    void aliceReadsTheInbox() {
        grant(terms(DelegationRight.READ).folders(scope("INBOX")).build());
    }

    @Test
    void aRevocationStaysOneWhenSomebodyIsJustAddingAFolder() {
        Meanwhile<Boolean> revocation =
                new Meanwhile<>(() -> plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR));
        Plugin slow =
                new Plugin(
                        database.stores(),
                        james.accounts(),
                        new JamesFolders(james.mailboxManager()) {
                            @Override
                            public Optional<FolderId> find(Username owner, FolderName folder) {
                                // Asked for what entries above give, when all is locked.
                                if (folder.equals(FolderName.of("Projects"))) {
                                    revocation.begin();
                                }
                                return super.find(owner, folder);
                            }
                        },
                        james.quotas(),
                        james.sideDoors.leftovers());

        slow.accessControl.set(
                SUPPORT,
                Optional.of(FolderName.of("Projects.2026")),
                ALICE,
                RightsModification.parse("lr"),
                SUPPORT);

        assertThat(revocation.end()).isTrue();
        assertThat(database.stores().delegations().find(SUPPORT, ALICE)).isEmpty();
        assertThat(audit())
                .extracting(AuditEntry::action)
                .startsWith(AuditAction.DELEGATION_REVOKED, AuditAction.DELEGATION_CHANGED);
    }

    @Test
    void aMailboxThatJustBecomesAnOrdinaryUserIsNotDeleted() {
        james.deliver(SUPPORT, "INBOX");
        Meanwhile<Boolean> deletion =
                new Meanwhile<>(
                        () -> {
                            plugin().mailboxes.delete(SUPPORT, true, ADMINISTRATOR);
                            return true;
                        });

        database.stores()
                .transactions()
                .inTransaction(
                        () -> {
                            database.stores().delegations().lockAndCount(SUPPORT, NOON);
                            database.stores().mailboxes().release(SUPPORT);
                            deletion.begin();
                            return true;
                        });

        assertThat(deletion.end()).isTrue();
        assertThat(james.accounts().exists(SUPPORT)).isTrue();
        assertThat(james.mailsIn(SUPPORT, "INBOX")).isEqualTo(1);
        assertThat(present().delegate()).isEqualTo(ALICE);
    }

    /** Work that another thread does in the middle of what this one does. */
    private static final class Meanwhile<T> {
        private final Supplier<T> work;
        private @Nullable CompletableFuture<T> running;

        Meanwhile(Supplier<T> work) {
            this.work = work;
        }

        /** Waits for the work, unless it has to wait for this thread. */
        void begin() {
            if (running != null) {
                return;
            }
            running = CompletableFuture.supplyAsync(work);
            try {
                running.get(WORK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // It waits for the lock, as it should.
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        T end() {
            return Objects.requireNonNull(running).join();
        }
    }
}
