/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tokens and passwords for WebAdmin from where other users cannot see them. */
final class Secrets {
    private final Settings settings;
    private final boolean environmentIsMeant;
    private final boolean fileIsMeant;

    /**
     * @param environmentIsMeant whether the environment is about the WebAdmin that is asked
     * @param fileIsMeant whether the file of settings is about the WebAdmin that is asked
     */
    Secrets(Settings settings, boolean environmentIsMeant, boolean fileIsMeant) {
        this.settings = settings;
        this.environmentIsMeant = environmentIsMeant;
        this.fileIsMeant = fileIsMeant;
    }

    /** Returns those that may be sent to a WebAdmin. */
    static Secrets meantFor(WebAdminUrl url, Settings settings) {
        return new Secrets(
                settings,
                settings.urlOfEnvironment().map(url::isThatOf).orElse(true),
                url.isThatOf(settings.urlOfFile()));
    }

    /**
     * Returns the secret, for a header; empty if there is none.
     *
     * @param named the file that the command names
     * @param key the key of such a file; without its ending, of the secret itself
     */
    Optional<String> of(@Nullable Path named, String key) throws IOException {
        if (named != null) {
            return Password.forHeader(named);
        }
        Optional<String> file = fromEnvironment(key);
        if (file.isPresent()) {
            return Password.forHeader(Path.of(file.get()));
        }
        String name = key.replace("-file", "");
        Optional<String> value = fromEnvironment(name);
        if (value.isPresent()) {
            return Optional.of(
                    value.filter(Password::fitsHeader)
                            .orElseThrow(
                                    () ->
                                            CommandFailedException.misused(
                                                    "What is in "
                                                            + Settings.variable(name)
                                                            + " cannot be sent to WebAdmin: it has"
                                                            + " characters that are not ASCII")));
        }
        Optional<String> kept = settings.fromFile(key).filter(path -> fileIsMeant);
        return kept.isPresent() ? Password.forHeader(Path.of(kept.get())) : Optional.empty();
    }

    private Optional<String> fromEnvironment(String key) {
        return settings.fromEnvironment(key).filter(value -> environmentIsMeant);
    }
}
