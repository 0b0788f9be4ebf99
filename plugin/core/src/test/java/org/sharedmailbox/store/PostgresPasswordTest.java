/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.postgresql.DocumentedRole;
import org.sharedmailbox.postgresql.PostgresServer;

/** A PostgreSQL that asks for passwords, which change while it is in use. */
class PostgresPasswordTest {
    @TempDir Path folder;
    private final PostgresServer server = PostgresServer.start();
    private String url;

    @BeforeEach
    void askForPasswords() {
        DocumentedRole.create(server, "first secret");
        url = DocumentedRole.newDatabase(server);
        server.configure(
                "pg_hba.conf",
                "host  all  postgres       127.0.0.1/32  trust\n"
                        + "host  all  sharedmailbox  127.0.0.1/32  scram-sha-256\n");
        server.reload();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aWrongPasswordIsInNoMessage() {
        try (JdbcStores stores = open(url, () -> "wrong secret")) {
            // A pool that has waited in vain does not know why.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertWrongPassword(stores));
        }
    }

    private static void assertWrongPassword(JdbcStores stores) {
        assertThatThrownBy(stores::connect)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("password authentication failed")
                .satisfies(
                        failure ->
                                assertThat(Throwables.getStackTraceAsString(failure))
                                        .doesNotContain("secret"));
    }

    @Test
    void whatIsShownOfADatabaseHasNoPassword() {
        Database database =
                Database.at(
                        url + "?password=secret",
                        Optional.of("me"),
                        Optional.of("other secret"),
                        2);

        assertThat(database.toString()).isEqualTo(url);
    }

    @Test
    void aPasswordThatIsReplacedHoldsWithoutARestart() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "first secret");
        try (JdbcStores stores = open(url, () -> Files.readString(file))) {
            stores.connect();

            server.administer("postgres", "alter role sharedmailbox password 'second secret'");
            Files.writeString(file, "second secret");
            server.dropConnections();

            awaitThatItWorks(stores);
        }
    }

    @Test
    void aPasswordThatCannotBeReadMeanwhileIsSaidAndFoundOnceItIsThere() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "first secret");
        try (JdbcStores stores = open(url, () -> readOrSay(file))) {
            stores.connect();

            Files.delete(file);
            server.dropConnections();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () ->
                                    assertThatThrownBy(() -> stores.condition().schema())
                                            .isInstanceOf(StoreUnavailableException.class)
                                            .hasMessageContaining("the file is gone"));
            Files.writeString(file, "first secret");
            awaitThatItWorks(stores);
        }
    }

    private static String readOrSay(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("the file is gone");
        }
        return Files.readString(file);
    }

    private static void awaitThatItWorks(JdbcStores stores) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThatCode(() -> stores.condition().schema())
                                        .doesNotThrowAnyException());
    }

    private static JdbcStores open(String url, PasswordSource password) {
        return JdbcStores.open(
                Database.at(
                        url,
                        Optional.of(DocumentedRole.OWNER),
                        Optional.of(password),
                        Optional.of(DocumentedRole.SCHEMA),
                        2),
                Caching.standard());
    }
}
