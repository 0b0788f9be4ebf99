/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.store.backup.TransferRefusedException;
import picocli.CommandLine.Option;

/** With what WebAdmin is asked, wherever it is, and for how long. */
public final class AccessOptions {
    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "File with the JWT that WebAdmin asks for; else"
                            + " SHARED_MAILBOXES_TOKEN_FILE, SHARED_MAILBOXES_TOKEN (the JWT"
                            + " itself), or 'token-file' in ~/.shared-mailboxes.properties.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "File with the password that WebAdmin asks for (James 3.9); else"
                            + " SHARED_MAILBOXES_PASSWORD_FILE, SHARED_MAILBOXES_PASSWORD, or"
                            + " 'password-file' of the properties.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description =
                    "Certificates (PEM) that are trusted for https, instead of those of Java; else"
                            + " SHARED_MAILBOXES_CA_FILE, or 'ca-file' of the properties.")
    private @Nullable Path caFile;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long WebAdmin may send nothing, ${DEFAULT-VALUE} if not given.")
    private int seconds;

    @Option(
            names = "--insecure-http",
            description = "Send tokens and passwords in plain text to another machine.")
    private boolean insecure;

    /**
     * Returns the WebAdmin there; it has not been asked yet.
     *
     * @throws CommandFailedException if it cannot be asked so, or others could read a secret
     */
    public WebAdmin webAdmin(WebAdminUrl url) throws IOException {
        return webAdmin(url, Settings.ofUser());
    }

    WebAdmin webAdmin(WebAdminUrl url, Settings settings) throws IOException {
        Secrets secrets = Secrets.meantFor(url, settings);
        Optional<Path> authorities =
                Optional.ofNullable(caFile)
                        .or(() -> settings.fromEnvironment(Settings.CA_FILE).map(Path::of))
                        .or(() -> settings.fromFile(Settings.CA_FILE).map(Path::of));
        if (seconds < 1) {
            throw CommandFailedException.misused("--timeout is at least 1 second");
        }
        if (caFile != null && !url.isSecure()) {
            throw CommandFailedException.misused(
                    "--ca-file is for https, and " + url.named() + " is not");
        }
        try {
            Credentials credentials =
                    new Credentials(
                            secrets.of(tokenFile, Settings.TOKEN_FILE),
                            secrets.of(passwordFile, Settings.PASSWORD_FILE),
                            insecure);
            if (credentials.isGiven()) {
                credentials.requireSecrecy(url);
            }
            return WebAdmin.at(url, credentials, authorities, Duration.ofSeconds(seconds));
        } catch (TransferRefusedException e) {
            throw CommandFailedException.misused(String.valueOf(e.getMessage()));
        }
    }
}
