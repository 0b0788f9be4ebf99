/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check says of a server that answers otherwise than a healthy one. */
class ServerCheckTest {
    private static final String HEALTHY = "{\"status\":\"healthy\"}";

    @TempDir Path folder;

    private final List<String> headers = new CopyOnWriteArrayList<>();
    private JamesFixture james;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        james = JamesFixture.of("memory-3.8", folder.resolve("james"));
        james.run("install");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aHealthyServerIsAllRight() throws IOException {
        healthy();
        Path token = Files.writeString(folder.resolve("token"), "t0ken\n");
        Path password = Files.writeString(folder.resolve("password"), "s3cret\n");

        CommandRun check =
                james.check(
                        "--url",
                        url(),
                        "--token-file",
                        token.toString(),
                        "--password-file",
                        password.toString());

        assertThat(check.code()).as(check.out()).isZero();
        assertThat(check.out())
                .contains("OK        " + url() + "/healthcheck/checks/SharedMailboxes: healthy")
                .contains("OK        " + url() + "/delegations?limit=1: is there")
                .doesNotContain("t0ken", "s3cret");
        assertThat(headers).contains("Bearer t0ken s3cret");
    }

    @Test
    void aServerThatIsNotWellIsDangerous() throws IOException {
        healthy();
        server.removeContext("/healthcheck");
        answers("/healthcheck", 200, "{\"status\":\"degraded\",\"cause\":\"A line is missing.\"}");

        CommandRun check = james.check("--url", url());

        assertThat(check.code()).isEqualTo(4);
        assertThat(check.out()).contains("SharedMailboxes: degraded; A line is missing.");
    }

    @Test
    void whatTheServerDoesNotKnowIsMissing() {
        answers("/", 404, "{}");

        CommandRun check = james.check("--url", url());

        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out())
                .contains("the running server does not know the plugin's health check; restart it")
                .contains("/shared-mailboxes/types?limit=1: the running server does not know it");
    }

    @Test
    void aServerThatAsksWhoOneIs() {
        answers("/", 401, "");

        CommandRun check = james.check("--url", url());

        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out())
                .contains(
                        "MISSING   "
                                + url()
                                + "/delegations?limit=1: WebAdmin at "
                                + url()
                                + " asks who you are: use --token-file or --password-file");
    }

    @Test
    void aTokenThatTheServerDoesNotAccept() throws IOException {
        answers("/", 401, "");
        Path token = Files.writeString(folder.resolve("token"), "t0ken\n");

        CommandRun check = james.check("--url", url(), "--token-file", token.toString());

        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out()).contains("does not accept this token or password");
    }

    @Test
    void aTokenIsNotSentInPlainTextToAnotherMachine() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "t0ken\n");

        CommandRun check =
                james.check("--url", "http://james.invalid", "--token-file", token.toString());

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.err())
                .startsWith("A token or a password would be sent to http://james.invalid in plain");
    }

    @Test
    void aUrlThatIsNoneIsRefusedAndNotShown() {
        CommandRun check = james.check("--url", "http://admin:s3cret@127.0.0.1:8000");

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.err()).startsWith("--url is http://host:port").doesNotContain("s3cret");
    }

    @Test
    void somethingElseThanJames() {
        answers("/", 200, "<html>");

        CommandRun check = james.check("--url", url());

        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out().lines())
                .filteredOn(line -> line.contains(url()))
                .hasSize(5)
                .allMatch(line -> line.contains("What answers there is no WebAdmin"));
    }

    @Test
    void aServerThatAnswersOtherwiseThanItShould() {
        answers("/", 503, "");

        CommandRun check = james.check("--url", url());

        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out()).contains("answers 503; the log of James says why");
    }

    @Test
    void aServerThatDoesNotAnswerInTime() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (FakeWebAdmin silent = new FakeWebAdmin(exchange -> awaited(over))) {
            CommandRun check = james.check("--url", silent.url(), "--timeout", "6");
            over.countDown();

            assertThat(check.code()).isEqualTo(3);
            assertThat(check.out())
                    .contains("MISSING   " + silent.url() + ": WebAdmin at " + silent.url())
                    .contains("does not answer in time (--timeout)");
        }
    }

    private static void awaited(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatAServerAnswersSteersNoTerminal() {
        answers("/", 500, "{\"message\":\"\\u001b[2J\\nOK all is well\"}");

        CommandRun check = james.check("--url", url());

        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out())
                .contains("\\u001b[2J\\u000aOK all is well")
                .doesNotContain("\u001b");
    }

    @Test
    void anotherServerThatKnowsNothing() {
        answers("/", 404, "<html>");

        CommandRun check = james.check("--url", url());

        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out()).doesNotContain("restart it");
    }

    @Test
    void aServerThatIsNotThere() {
        server.stop(0);

        CommandRun check = james.check("--url", url());

        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out())
                .contains("MISSING   " + url() + ": No WebAdmin answers at " + url());
    }

    private void healthy() {
        answers("/healthcheck", 200, HEALTHY);
        answers("/shared-mailboxes", 200, "{\"items\":[]}");
        answers("/delegations", 200, "{\"items\":[]}");
        answers("/delegation-audit", 200, "{\"items\":[]}");
        answers("/delegation-policies", 400, "{}");
    }

    private void answers(String path, int status, String body) {
        server.createContext(
                path,
                exchange -> {
                    headers.add(
                            exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Password"));
                    byte[] octets = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
                    exchange.getResponseBody().write(octets);
                    exchange.close();
                });
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
