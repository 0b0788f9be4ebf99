/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What was not said on the command line: from the environment, else from the file in the user's
 * home. Secrets of either are meant for the URL in it, and sent to no other.
 */
final class Settings {
    static final String FILE = ".shared-mailboxes.properties";
    static final String URL = "url";
    static final String TOKEN_FILE = "token-file";
    static final String PASSWORD_FILE = "password-file";
    static final String CA_FILE = "ca-file";

    /** Where WebAdmin is if nobody says it; {@code --url} would. */
    private static final String DEFAULT_URL = "http://127.0.0.1:8000";

    private final Map<String, String> environment;
    private final Properties file;

    private Settings(Map<String, String> environment, Properties file) {
        this.environment = environment;
        this.file = file;
    }

    /** Returns those of the user who has typed the command. */
    static Settings ofUser() throws IOException {
        // What ~ is to the shell; Java looks elsewhere for it.
        String home =
                Optional.ofNullable(System.getenv("HOME"))
                        .orElseGet(() -> System.getProperty("user.home", "."));
        return of(System.getenv(), Path.of(home));
    }

    /**
     * @throws CommandFailedException if the file cannot be read, or has a key that means nothing
     */
    static Settings of(Map<String, String> environment, Path home) throws IOException {
        Path file = home.resolve(FILE);
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader text = Files.newBufferedReader(file)) {
                properties.load(text);
            } catch (CharacterCodingException | IllegalArgumentException e) {
                throw CommandFailedException.misused(
                        file + " is no file of settings in UTF-8: correct it");
            }
        }
        List<String> keys = List.of(URL, TOKEN_FILE, PASSWORD_FILE, CA_FILE);
        for (String key : properties.stringPropertyNames()) {
            if (!keys.contains(key)) {
                throw CommandFailedException.misused(
                        String.format(
                                "%s in %s means nothing; there are %s",
                                named(key), file, String.join(", ", keys)));
            }
        }
        return new Settings(environment, properties);
    }

    /** A line without a sign of equality is a key too, and may be a secret. */
    private static String named(String key) {
        return key.matches("[a-z-]{1,20}") ? "'" + key + "'" : "A key";
    }

    /** The WebAdmin that the environment is about; empty if it is about any. */
    Optional<WebAdminUrl> urlOfEnvironment() {
        return fromEnvironment(URL).map(text -> WebAdminUrl.of(variable(URL), text));
    }

    /** The WebAdmin that the file is about. */
    WebAdminUrl urlOfFile() {
        return fromFile(URL)
                .map(text -> WebAdminUrl.of("'url' in ~/" + FILE, text))
                .orElseGet(() -> WebAdminUrl.of("--url", DEFAULT_URL));
    }

    /** The value in the environment, e.g. of {@code SHARED_MAILBOXES_TOKEN_FILE}. */
    Optional<String> fromEnvironment(String key) {
        return given(environment.get(variable(key)));
    }

    /** The value in the file. */
    Optional<String> fromFile(String key) {
        return given(file.getProperty(key));
    }

    /** The name of the variable that stands for a key. */
    static String variable(String key) {
        return "SHARED_MAILBOXES_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::trim).filter(text -> !text.isEmpty());
    }
}
