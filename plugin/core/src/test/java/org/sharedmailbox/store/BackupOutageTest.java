/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.postgresql.PostgresServer;
import org.sharedmailbox.store.backup.DatabaseBackup;

/** A backup of a PostgreSQL that goes down: all others know of it, too. */
@Tag("alone")
class BackupOutageTest {
    private final PostgresServer server = PostgresServer.start();
    private final JdbcStores stores =
            JdbcStores.open(TestStores.at(server.newDatabase()), Caching.standard());

    @AfterEach
    void stop() {
        stores.close();
        server.close();
    }

    @Test
    void itsFailureIsOneOfTheStore() throws Exception {
        DatabaseBackup backup = new DatabaseBackup(stores.whole());
        backup.writeTo(new ByteArrayOutputStream());

        server.kill();

        assertThatThrownBy(() -> backup.writeTo(new ByteArrayOutputStream()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith(
                        "The store of shared mailboxes does not answer: Connection");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stores.condition().awayFor()).isPresent());
    }
}
