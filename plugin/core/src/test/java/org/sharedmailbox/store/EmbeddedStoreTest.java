/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.failure.StoreUnavailableException;

/** Events that must not close the embedded database for everybody who uses it. */
class EmbeddedStoreTest {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    @Test
    void aThreadThatIsInterruptedClosesItUnderNobody() throws InterruptedException {
        database.stores().mailboxes().put(mailbox(SUPPORT).build());

        for (int i = 0; i < 50; i++) {
            Thread givenUp =
                    new Thread(
                            () -> {
                                Thread.currentThread().interrupt();
                                record();
                            });
            givenUp.setUncaughtExceptionHandler((thread, e) -> {});
            givenUp.start();
            givenUp.join();
        }

        assertThat(database.another().mailboxes().find(SUPPORT)).isPresent();
        database.stores().mailboxes().put(mailbox(SALES).build());
        assertThat(database.stores().mailboxes().find(SALES)).isPresent();
    }

    @Test
    void onceClosedItIsOpenedAgainByWhoComesNext() {
        JdbcStores stores = database.stores();
        stores.mailboxes().put(mailbox(SUPPORT).build());
        stores.auditLog().ofMailbox(SUPPORT, 1);

        assertThatThrownBy(() -> database.sql("shutdown immediately"))
                .isInstanceOf(StoreUnavailableException.class);

        // A connection that was used less than half a second ago is handed out without being tried.
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(StoreUnavailableException.class)
                .untilAsserted(() -> assertThat(stores.auditLog().ofMailbox(SUPPORT, 1)).isEmpty());
        assertThat(database.another().mailboxes().find(SUPPORT)).isPresent();
    }

    private void record() {
        database.stores()
                .auditLog()
                .append(
                        AuditEntry.of(
                                NOON,
                                ADMINISTRATOR,
                                AuditAction.ACCESS_DENIED,
                                SUPPORT,
                                Optional.empty(),
                                ImmutableMap.of()));
    }
}
