/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.postgresql.CertificateAuthority;
import org.sharedmailbox.postgresql.DocumentedRole;
import org.sharedmailbox.postgresql.PostgresServer;

/** A stock James and a PostgreSQL that lets the documented role in by TLS and a password only. */
class StoreCredentialsIT {
    private static final String PASSWORD = "open-sesame-4711";
    private static final String WRONG = "wrong-secret-0815";
    private static final String SUPPORT = "support@example.com";

    @TempDir static Path folder;
    private static PostgresServer postgres;
    private static CertificateAuthority authority;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start();
        DocumentedRole.create(postgres, PASSWORD);
        authority = CertificateAuthority.in(folder, "authority");
        authority.certify(postgres, "ip:127.0.0.1");
        postgres.configure(
                "pg_hba.conf",
                "host     all  postgres       127.0.0.1/32  trust\n"
                        + "hostssl  all  sharedmailbox  127.0.0.1/32  scram-sha-256\n");
        postgres.reload();
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void aWrongPasswordIsNowhereInTheLogAndTheRightOneHoldsWithoutARestart() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), WRONG + "\n");
        String url =
                DocumentedRole.newDatabase(postgres)
                        + "?sslmode=verify-full&sslrootcert="
                        + authority.certificate();
        try (StockJames james = StockJames.named("store-password").layOut()) {
            james.configuration("shared-mailboxes.properties")
                    .append("store.url=" + url)
                    .append("store.user=" + DocumentedRole.OWNER)
                    .append("store.passwordFile=" + file)
                    .append("store.schema=" + DocumentedRole.SCHEMA);
            james.start();
            awaitRefusal(james);

            Files.writeString(file, PASSWORD + "\n");
            awaitThatTheStoreAnswers(james);

            assertThatNoPasswordIsIn(james);
        }
    }

    @Test
    void aPasswordInTheUrlIsNowhereInTheLogEither() {
        String url = DocumentedRole.newDatabase(postgres) + "?sslmode=require&password=" + WRONG;
        try (StockJames james = StockJames.named("store-url").layOut()) {
            james.configuration("shared-mailboxes.properties")
                    .append("store.url=" + url)
                    .append("store.user=" + DocumentedRole.OWNER);
            james.start();

            awaitRefusal(james);
            assertThatNoPasswordIsIn(james);
        }
    }

    @Test
    void aUrlThatIsRefusedIsNotInTheLogWithItsPassword() {
        try (StockJames james = StockJames.named("store-refused").layOut()) {
            james.configuration("shared-mailboxes.properties")
                    .append("store.url=jdbc:postgresql://sharedmailbox:" + WRONG + "@db/james");

            assertThat(james.starts()).isFalse();
            assertThat(james.logLines())
                    .anyMatch(
                            line ->
                                    line.contains(
                                            "store.url is 'jdbc:postgresql://***@db/james', but"));
            assertThatNoPasswordIsIn(james);
        }
    }

    @Test
    void jamesOwnDatabaseIsTakenWithItsWayToTrustTheServer() throws IOException {
        String[] address =
                DocumentedRole.newDatabase(postgres)
                        .replaceFirst("jdbc:postgresql://", "")
                        .split("[:/]", -1);
        try (StockJames james =
                StockJames.named("store-james")
                        .withJavaOptions(
                                "-Djavax.net.ssl.trustStore=" + authority.trustStore(),
                                "-Djavax.net.ssl.trustStorePassword="
                                        + authority.trustStorePassword())
                        .layOut()) {
            james.configuration("shared-mailboxes.properties").append("store.url=james");
            james.configuration("postgres.properties")
                    .write(
                            "database.host="
                                    + address[0]
                                    + "\ndatabase.port="
                                    + address[1]
                                    + "\ndatabase.name="
                                    + address[2]
                                    + "\ndatabase.username="
                                    + DocumentedRole.OWNER
                                    + "\ndatabase.password="
                                    + PASSWORD
                                    + "\nssl.mode=verify-full\n");
            james.start();

            awaitThatTheStoreAnswers(james);

            assertThat(james.logLines())
                    .anyMatch(
                            line ->
                                    line.contains("store jdbc:postgresql://127.0.0.1:")
                                            && line.contains(
                                                    "(James's own, of conf/postgres.properties);"));
            assertThatNoPasswordIsIn(james);
        }
    }

    private static void awaitRefusal(StockJames james) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                james.logLines().stream()
                                        .anyMatch(line -> line.contains("authentication failed")));
    }

    private static void awaitThatTheStoreAnswers(StockJames james) {
        Administrator administrator = Administrator.of(james);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> administrator.webAdmin().get("/shared-mailboxes").status() == 200);
        administrator.createsDomain("example.com");
        administrator.createsSharedMailbox(SUPPORT);
    }

    private static void assertThatNoPasswordIsIn(StockJames james) {
        assertThat(james.logLines())
                .noneMatch(line -> line.contains(WRONG) || line.contains(PASSWORD));
    }
}
