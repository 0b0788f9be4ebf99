/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.cli.FakeWebAdmin;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which WebAdmin gets which secret. */
@Timeout(60)
class ConnectionOptionsTest {
    private static final String BEARER = "Authorization: Bearer s3cret";

    @TempDir Path home;

    private FakeWebAdmin own;
    private FakeWebAdmin other;
    private Path token;

    @BeforeEach
    void start() throws IOException {
        own = FakeWebAdmin.answering(200, "{}");
        other = FakeWebAdmin.answering(200, "{}");
        token = Files.writeString(home.resolve("token"), "s3cret\n");
    }

    @AfterEach
    void stop() {
        own.close();
        other.close();
    }

    @Test
    void aTokenOfTheEnvironmentGoesToItsOwnWebAdminOnly() throws IOException {
        Map<String, String> environment =
                Map.of("SHARED_MAILBOXES_URL", own.url(), "SHARED_MAILBOXES_TOKEN", "s3cret");
        ask(environment);
        ask(environment, "--url", other.url());

        assertThat(own.headers()).contains(BEARER);
        assertThat(other.headers()).isNotEmpty().doesNotContain(BEARER);
    }

    @Test
    void aTokenOfAnEnvironmentWithoutUrlGoesWhereItIsSaid() throws IOException {
        ask(Map.of("SHARED_MAILBOXES_TOKEN_FILE", token.toString()), "--url", other.url());

        assertThat(other.headers()).contains(BEARER);
    }

    @Test
    void aTokenOfTheFileGoesToItsOwnWebAdminOnly() throws IOException {
        Files.writeString(
                home.resolve(Settings.FILE), "url=" + own.url() + "\ntoken-file=" + token + "\n");
        ask(Map.of());
        ask(Map.of(), "--url", other.url());

        assertThat(own.headers()).contains(BEARER);
        assertThat(other.headers()).isNotEmpty().doesNotContain(BEARER);
    }

    @Test
    void aTokenGoesNowhereThatWebAdminNames() throws IOException {
        try (FakeWebAdmin away =
                new FakeWebAdmin(
                        exchange -> {
                            exchange.getResponseHeaders().add("Location", other.url());
                            FakeWebAdmin.answer(exchange, 302, "");
                        })) {
            assertThatThrownBy(
                            () ->
                                    ask(
                                            Map.of(),
                                            "--url",
                                            away.url(),
                                            "--token-file",
                                            token.toString()))
                    .hasMessageContaining("answers 302");
        }
        assertThat(other.headers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://james.example.com:8000", "http://127.0.0.1.example.com"})
    void aSecretIsNotSentInPlainTextToAnotherMachine(String url) throws IOException {
        assertThatThrownBy(() -> webAdmin(Map.of(), "--url", url, "--token-file", token.toString()))
                .isInstanceOfSatisfying(
                        CommandFailedException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessage(
                        "A token or a password would be sent to %s in plain text: use https or a"
                                + " tunnel, or add --insecure-http",
                        url);
        assertThatThrownBy(
                        () -> webAdmin(Map.of("SHARED_MAILBOXES_PASSWORD", "s3cret"), "--url", url))
                .hasMessageContaining("in plain text");
        assertThat(webAdmin(Map.of(), "--url", url)).isNotNull();
        assertThat(
                        webAdmin(
                                Map.of(),
                                "--insecure-http",
                                "--url",
                                url,
                                "--token-file",
                                token.toString()))
                .isNotNull();
    }

    @Test
    void aPasswordOfAMailboxIsNotSentInPlainTextToAnotherMachine() throws IOException {
        JsonObject request = new JsonObject();
        request.addProperty("password", "s3cret");
        RequestPath path = RequestPath.of("shared-mailboxes", "a@example.com");
        WebAdmin far = webAdmin(Map.of(), "--url", "http://james.invalid");

        assertThatThrownBy(() -> far.put(path, request)).hasMessageContaining("in plain text");
        assertThatThrownBy(() -> far.post(path, request)).hasMessageContaining("in plain text");
        assertThatThrownBy(
                        () ->
                                webAdmin(Map.of(), "--insecure-http", "--url", far.toString())
                                        .put(path, request))
                .hasMessageStartingWith("No WebAdmin answers");
        webAdmin(Map.of(), "--url", own.url()).put(path, request);
        assertThat(own.requests()).containsExactly("PUT /shared-mailboxes/a%40example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8000",
                "http://127.0.0.1",
                "http://[::1]:8000",
                "https://james.example.com"
            })
    void elsewhereItIsSent(String url) throws IOException {
        assertThat(webAdmin(Map.of("SHARED_MAILBOXES_TOKEN", "s3cret"), "--url", url)).isNotNull();
    }

    @Test
    void authoritiesAreForHttps() {
        assertThatThrownBy(
                        () -> webAdmin(Map.of(), "--url", own.url(), "--ca-file", token.toString()))
                .isInstanceOfSatisfying(
                        CommandFailedException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessage("--ca-file is for https, and --url is not");
    }

    @Test
    void whatNamesAUrlThatIsNoneIsTold() throws IOException {
        assertThatThrownBy(() -> webAdmin(Map.of("SHARED_MAILBOXES_URL", "s3cret")))
                .hasMessageStartingWith("SHARED_MAILBOXES_URL is http://host:port or")
                .hasMessageNotContaining("s3cret");
        Files.writeString(home.resolve(Settings.FILE), "url=s3cret\n");
        assertThatThrownBy(() -> webAdmin(Map.of()))
                .hasMessageStartingWith("'url' in ~/.shared-mailboxes.properties is http://host")
                .hasMessageNotContaining("s3cret");
    }

    private void ask(Map<String, String> environment, String... arguments) throws IOException {
        webAdmin(environment, arguments).get(RequestPath.of("shared-mailboxes"));
    }

    private WebAdmin webAdmin(Map<String, String> environment, String... arguments)
            throws IOException {
        Asking asking = new Asking();
        new CommandLine(asking).parseArgs(arguments);
        return asking.options.webAdmin(Settings.of(environment, home));
    }

    @Command
    static final class Asking {
        @Mixin private final ConnectionOptions options = new ConnectionOptions();
    }
}
