/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.postgresql.CertificateAuthority;
import org.sharedmailbox.postgresql.DocumentedRole;
import org.sharedmailbox.postgresql.PostgresServer;

/** A PostgreSQL that lets its users in by TLS and a password only, as the documentation says. */
class PostgresTlsTest {
    private static final String PASSWORD = "open sesame";

    @TempDir static Path folder;
    private static PostgresServer server;
    private static CertificateAuthority authority;
    private String url;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
        DocumentedRole.create(server, PASSWORD);
        authority = CertificateAuthority.in(folder, "ours");
        authority.certify(server, "ip:127.0.0.1");
        server.configure(
                "pg_hba.conf",
                "local    all  postgres                     trust\n"
                        + "host     all  postgres       127.0.0.1/32  trust\n"
                        + "hostssl  all  sharedmailbox  127.0.0.1/32  scram-sha-256\n");
        server.reload();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void makeADatabase() {
        url = DocumentedRole.newDatabase(server);
    }

    @Test
    void theServerOfThatNameAndAuthorityIsConnectedToEncrypted() {
        try (JdbcStore store =
                open("?sslmode=verify-full&sslrootcert=" + authority.certificate())) {
            assertThat(
                            store.<Boolean>read(
                                    handle ->
                                            handle.createQuery(
                                                            "select ssl from pg_stat_ssl where pid ="
                                                                    + " pg_backend_pid()")
                                                    .mapTo(Boolean.class)
                                                    .one()))
                    .isTrue();
        }
    }

    @Test
    void anotherAuthorityIsRefused() {
        CertificateAuthority another = CertificateAuthority.in(folder, "another");

        assertRefused(
                "?sslmode=verify-full&sslrootcert=" + another.certificate(),
                "PKIX path building failed");
        assertRefused(
                "?sslmode=verify-ca&sslrootcert=" + another.certificate(),
                "PKIX path building failed");
    }

    @Test
    void whatJavaTrustsByDefaultDoesNotIncludeIt() {
        assertRefused(
                "?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory", "PKIX");
    }

    @Test
    void anotherNameIsRefused() {
        authority.certify(server, "dns:db.example.com");
        try {
            assertRefused(
                    "?sslmode=verify-full&sslrootcert=" + authority.certificate(),
                    "The hostname 127.0.0.1 could not be verified");
        } finally {
            authority.certify(server, "ip:127.0.0.1");
        }
    }

    @Test
    void whoDoesNotEncryptIsNotLetIn() {
        assertRefused("?sslmode=disable", "no pg_hba.conf entry", "no encryption");
    }

    @Test
    void aCertificateWithoutThePasswordIsNotEnough() {
        try (JdbcStore store = open("?sslmode=require", Optional.of("s3cret"))) {
            awaitFailure(
                    store,
                    failure ->
                            failure.hasMessageContaining("password authentication failed")
                                    .hasMessageNotContaining("s3cret"));
        }
    }

    private void assertRefused(String parameters, String... why) {
        try (JdbcStore store = open(parameters)) {
            awaitFailure(
                    store,
                    failure ->
                            failure.isInstanceOf(StoreUnavailableException.class)
                                    .message()
                                    .contains(why)
                                    .doesNotContain(PASSWORD));
        }
    }

    /** A pool that has waited in vain does not know why, and is asked again. */
    private static void awaitFailure(
            JdbcStore store, Consumer<AbstractThrowableAssert<?, ?>> expectation) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                expectation.accept(
                                        assertThatThrownBy(() -> store.read(handle -> true))));
    }

    private JdbcStore open(String parameters) {
        return open(parameters, Optional.of(PASSWORD));
    }

    private JdbcStore open(String parameters, Optional<String> password) {
        return JdbcStore.open(
                Database.at(
                        url + parameters,
                        Optional.of(DocumentedRole.OWNER),
                        password.map(text -> () -> text),
                        Optional.of(DocumentedRole.SCHEMA),
                        2));
    }
}
