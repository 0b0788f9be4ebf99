/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A WebAdmin that is reached over https, with a certificate of its own making. */
@Timeout(60)
class TlsTest {
    private static final String PASSWORD = "changeit";
    private static final String NOTHING = "{\"items\":[],\"total\":0}";

    @TempDir static Path folder;

    private static FakeWebAdmin james;

    @BeforeAll
    static void start() throws Exception {
        Path keys = folder.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-alias",
                "james",
                "-keystore",
                keys.toString());
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "james",
                "-file",
                folder.resolve("ca.pem").toString(),
                "-keystore",
                keys.toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream octets = Files.newInputStream(keys)) {
            store.load(octets, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        james = new FakeWebAdmin(server, exchange -> FakeWebAdmin.answer(exchange, 200, NOTHING));
    }

    @AfterAll
    static void stop() {
        james.close();
    }

    @Test
    void theAuthorityThatIsNamedIsTrusted() {
        CommandRun run = list("https://localhost", ca());

        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip()).isEqualTo("0 shared mailboxes");
    }

    @Test
    void anAuthorityThatNobodyKnowsIsTold() {
        assertNotTrusted(list("https://localhost"));
    }

    @Test
    void aCertificateForAnotherNameIsTold() {
        assertNotTrusted(list("https://127.0.0.1", ca()));
    }

    @Test
    void aFileWithoutCertificatesIsTold() throws Exception {
        Path none = folder.resolve("none.pem");
        CommandRun missing = list("https://localhost", "--ca-file", none.toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err().strip()).isEqualTo("There is no file %s with certificates", none);
        for (String content : List.of("", "no certificate\n")) {
            Path file = Files.writeString(folder.resolve("empty.pem"), content);
            CommandRun run = list("https://localhost", "--ca-file", file.toString());
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err().strip())
                    .isEqualTo("There is no certificate in %s: it has to be in PEM", file);
        }
    }

    @Test
    void aCheckTrustsTheAuthorityThatIsNamed() throws Exception {
        JamesFixture fixture = JamesFixture.of("memory-3.8", folder.resolve("stock"));
        String url = james.at("https://localhost");

        assertThat(fixture.check(ca("--url", url)).out())
                .contains("OK        " + url + "/delegations?limit=1: is there");
        CommandRun unknown = fixture.check("--url", url);
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.out()).contains("MISSING   " + url + ": The certificate of " + url);
    }

    private static void assertNotTrusted(CommandRun run) {
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("The certificate of https://")
                .contains("is not trusted: name the file of the authority");
        assertThat(run.err().lines()).hasSize(1);
    }

    private static String[] ca(String... more) {
        String[] all = Arrays.copyOf(more, more.length + 2);
        all[more.length] = "--ca-file";
        all[more.length + 1] = folder.resolve("ca.pem").toString();
        return all;
    }

    private static CommandRun list(String host, String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(
                new String[] {"mailbox", "list", "--url", james.at(host)}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandRun.of(arguments);
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
