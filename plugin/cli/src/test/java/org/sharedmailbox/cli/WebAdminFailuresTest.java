/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an administrator's command says, and ends with, when WebAdmin does not answer as it should.
 */
@Timeout(60)
class WebAdminFailuresTest {
    @TempDir Path folder;

    @Test
    void nobodyThereIsTold() {
        // A port that is never given to whoever asks for any.
        assertFails(
                3,
                "No WebAdmin answers at http://127.0.0.1:1: does James run, is WebAdmin enabled,"
                        + " and is --url right?",
                list("http://127.0.0.1:1"));
        assertFails(
                3,
                "No WebAdmin answers at http://nowhere.invalid: does James run, is WebAdmin"
                        + " enabled, and is --url right?",
                list("http://nowhere.invalid/"));
    }

    @Test
    void whoIsNotKnownIsToldHowToSayIt() throws IOException {
        try (FakeWebAdmin james = FakeWebAdmin.answering(401, "No Bearer header.")) {
            assertFails(
                    1,
                    "WebAdmin at "
                            + james.url()
                            + " asks who you are: use --token-file or --password-file",
                    list(james.url()));
            Path token = Files.writeString(folder.resolve("token"), "s3cret\n");
            CommandRun run = list(james.url(), "--token-file", token.toString());
            assertFails(
                    1,
                    "WebAdmin at "
                            + james.url()
                            + " does not accept this token or password: is it of this server, and"
                            + " has it not run out?",
                    run);
            list(james.url(), "--password-file", token.toString());
            assertThat(james.headers())
                    .contains("Authorization: Bearer s3cret", "Password: s3cret");
        }
    }

    @Test
    void aSecretThatIsNotThereIsTold() throws IOException {
        assertFails(
                2,
                "There is no file " + folder.resolve("none") + " with the password",
                list("http://127.0.0.1:1", "--token-file", folder.resolve("none").toString()));
    }

    @Test
    void aJamesWithoutOurRoutesIsTold() throws IOException {
        String ofJames =
                "{\"statusCode\":404,\"type\":\"notFound\",\"message\":\"GET /shared-mailboxes can"
                        + " not be found\",\"details\":null}";
        for (String body : new String[] {ofJames, "<html>Not Found</html>"}) {
            try (FakeWebAdmin james = FakeWebAdmin.answering(404, body)) {
                String sentence =
                        "WebAdmin at "
                                + james.url()
                                + " does not know this request: are the plugin's four routes in"
                                + " extensions.routes of webadmin.properties?";
                assertFails(1, sentence, list(james.url()));
                assertFails(
                        1,
                        sentence,
                        CommandRun.of("mailbox", "create", "a@example.com", "--url", james.url()));
            }
        }
    }

    @Test
    void whatWebAdminSaysIsOneLineThatSteersNoTerminal() throws IOException {
        String error =
                "{\"statusCode\":503,\"type\":\"ServerError\",\"message\":\"Not\\u001b[2J\\nnow\","
                        + "\"details\":\"later\"}";
        try (FakeWebAdmin james = FakeWebAdmin.answering(503, error)) {
            assertFails(1, "Not\\u001b[2J now: later", list(james.url()));

            CommandRun json = list(james.url(), "--json");
            assertThat(json.code()).isEqualTo(1);
            assertThat(json.out().strip()).isEqualTo(error);
        }
    }

    @Test
    void aProxyThatAnswersInHtmlIsTold() throws IOException {
        try (FakeWebAdmin proxy = FakeWebAdmin.answering(502, "<html>Bad gateway</html>")) {
            assertFails(
                    1,
                    "WebAdmin at " + proxy.url() + " answers 502; the log of James says why",
                    list(proxy.url()));
        }
        for (String noJson : new String[] {"<html>Welcome</html>", "[]", ""}) {
            try (FakeWebAdmin site = FakeWebAdmin.answering(200, noJson)) {
                assertFails(
                        1,
                        "What answers there is no WebAdmin, for it sends something else: is --url right?",
                        list(site.url()));
            }
        }
    }

    @Test
    void anAnswerWithoutEndIsNotKeptInMemory() throws IOException {
        byte[] octets = new byte[1 << 20];
        AtomicInteger sent = new AtomicInteger();
        try (FakeWebAdmin endless =
                new FakeWebAdmin(
                        exchange -> {
                            exchange.sendResponseHeaders(200, 0);
                            while (sent.incrementAndGet() < 1000) {
                                exchange.getResponseBody().write(octets);
                            }
                            exchange.close();
                        })) {
            assertFails(
                    1,
                    "What answers there is no WebAdmin, for it sends something else: is --url right?",
                    list(endless.url()));
        }
        assertThat(sent).hasValueLessThan(1000);
    }

    @Test
    void nobodyWaitsForAnAnswerForEver() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (FakeWebAdmin silent = new FakeWebAdmin(exchange -> await(over))) {
            CommandRun run = list(silent.url(), "--timeout", "6");
            over.countDown();

            assertFails(
                    3,
                    "WebAdmin at "
                            + silent.url()
                            + " does not answer in time (--timeout): look in the log of James, and"
                            + " whether what you asked for was done after all",
                    run);
        }
    }

    @Test
    void nobodyWaitsForTheRestOfAnAnswerForEver() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (FakeWebAdmin slow = new FakeWebAdmin(exchange -> begin(exchange, over))) {
            CommandRun run = list(slow.url(), "--timeout", "6");
            over.countDown();

            assertFails(
                    3,
                    "James has sent nothing of its answer for 6 seconds: look in its log, and try"
                            + " again",
                    run);
        }
    }

    @Test
    void anAnswerThatIsCutOffIsTold() throws IOException {
        CountDownLatch noWait = new CountDownLatch(0);
        try (FakeWebAdmin james = new FakeWebAdmin(exchange -> begin(exchange, noWait))) {
            assertFails(
                    3,
                    "James has broken off its answer: look in its log, and try again",
                    list(james.url()));
            Path file = folder.resolve("all.csv");
            assertFails(
                    3,
                    "James has broken off its answer: look in its log, and try again",
                    CommandRun.of("export", "--url", james.url(), "--to", file.toString()));
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aConnectionThatEndsWithoutAnAnswerIsTold() throws IOException {
        try (FakeWebAdmin james = new FakeWebAdmin(HttpExchange::close)) {
            assertFails(
                    3,
                    "The connection to WebAdmin at "
                            + james.url()
                            + " has broken off: look whether what you asked for was done, and try"
                            + " again",
                    list(james.url()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://admin:s3cret@127.0.0.1:8000",
                "ftp://127.0.0.1",
                "127.0.0.1:8000",
                "http://",
                "http://127.0.0.1:65536",
                "http://127.0.0.1:8000/?token=s3cret",
                "http://s3cret 1"
            })
    void aUrlThatIsNoneIsRefusedAndNotShown(String url) {
        CommandRun run = list(url);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("--url is http://host:port or https://host:port, without")
                .doesNotContain("s3cret");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void aTimeoutOfNothingIsRefused() {
        assertFails(
                2, "--timeout is at least 1 second", list("http://127.0.0.1:1", "--timeout", "0"));
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Announces more than it sends, and hangs up when it may. */
    private static void begin(HttpExchange exchange, CountDownLatch end) throws IOException {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        await(end);
        exchange.close();
    }

    private static CommandRun list(String url, String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"mailbox", "list", "--url", url}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandRun.of(arguments);
    }

    private static void assertFails(int code, String sentence, CommandRun run) {
        assertThat(run.err().strip()).isEqualTo(sentence);
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
    }
}
