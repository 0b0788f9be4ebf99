/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts where several places say something about WebAdmin. */
class SettingsTest {
    @TempDir Path home;

    private Path option;
    private Path fromFile;
    private Path fromEnvironment;

    @BeforeEach
    void secrets() throws IOException {
        option = Files.writeString(home.resolve("option"), "o\n");
        fromFile = Files.writeString(home.resolve("file"), "f\n");
        fromEnvironment = Files.writeString(home.resolve("environment"), "e\n");
    }

    @Test
    void theOptionCountsBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        file("token-file=" + fromFile);
        Map<String, String> both =
                Map.of(
                        "SHARED_MAILBOXES_TOKEN_FILE",
                        fromEnvironment.toString(),
                        "SHARED_MAILBOXES_TOKEN",
                        "the variable itself");

        assertThat(secrets(both, true).of(option, "token-file")).contains("o");
        assertThat(secrets(both, true).of(null, "token-file")).contains("e");
        assertThat(secrets(Map.of("SHARED_MAILBOXES_TOKEN", "v"), true).of(null, "token-file"))
                .contains("v");
        assertThat(secrets(Map.of(), true).of(null, "token-file")).contains("f");
        assertThat(secrets(Map.of(), true).of(null, "password-file")).isEmpty();
    }

    @Test
    void secretsOfTheFileGoToItsOwnWebAdminOnly() throws IOException {
        file("url=https://james.example.com\ntoken-file=" + fromFile);

        assertThat(secrets(Map.of(), false).of(null, "token-file")).isEmpty();
    }

    @Test
    void anEmptyVariableSaysNothing() throws IOException {
        file("url=https://james.example.com");

        Settings settings = Settings.of(Map.of("SHARED_MAILBOXES_URL", " "), home);

        assertThat(settings.fromEnvironment("url")).isEmpty();
        assertThat(settings.fromFile("url")).contains("https://james.example.com");
    }

    @Test
    void withoutAFileThereIsNothingInIt() throws IOException {
        assertThat(Settings.of(Map.of(), home).fromFile("url")).isEqualTo(Optional.empty());
    }

    @Test
    void aKeyThatMeansNothingIsTold() throws IOException {
        file("tokenfile=" + fromFile);

        assertThatThrownBy(() -> Settings.of(Map.of(), home))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(
                        "'tokenfile' in %s means nothing; there are url, token-file,"
                                + " password-file, ca-file",
                        home.resolve(".shared-mailboxes.properties"));
    }

    @Test
    void aKeyThatMayBeASecretIsNotShown() throws IOException {
        for (String secret : new String[] {"eyJhbGci0.e30", "abcdefghijklmnopqrstuvwxyz"}) {
            file(secret);

            assertThatThrownBy(() -> Settings.of(Map.of(), home))
                    .hasMessageStartingWith("A key in ")
                    .hasMessageNotContaining(secret);
        }
    }

    @Test
    void aFileThatIsNotInUtf8IsTold() throws IOException {
        Files.write(home.resolve(Settings.FILE), new byte[] {'u', '=', (byte) 0xE9});

        assertThatThrownBy(() -> Settings.of(Map.of(), home))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("is no file of settings in UTF-8");
    }

    @Test
    void aSecretOfTheEnvironmentThatHeadersCannotCarryIsRefusedAndNotShown() {
        assertThatThrownBy(
                        () ->
                                secrets(Map.of("SHARED_MAILBOXES_TOKEN", "s3cret\u20AC"), true)
                                        .of(null, "token-file"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("What is in SHARED_MAILBOXES_TOKEN cannot be sent")
                .hasMessageNotContaining("s3cret");
    }

    private void file(String lines) throws IOException {
        Files.writeString(home.resolve(Settings.FILE), lines + "\n");
    }

    private Secrets secrets(Map<String, String> environment, boolean fileIsMeant)
            throws IOException {
        return new Secrets(Settings.of(environment, home), true, fileIsMeant);
    }
}
