/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where WebAdmin is, and with what it is asked. */
public final class ConnectionOptions {
    private static final String OPTION = "--url";

    @Option(
            names = OPTION,
            paramLabel = "URL",
            description =
                    "WebAdmin of James; else SHARED_MAILBOXES_URL, else 'url' in"
                            + " ~/.shared-mailboxes.properties, else http://127.0.0.1:8000.")
    private @Nullable String url;

    @Mixin private final AccessOptions access = new AccessOptions();

    /** Returns the WebAdmin that is meant; it has not been asked yet. */
    public WebAdmin webAdmin() throws IOException {
        return webAdmin(Settings.ofUser());
    }

    WebAdmin webAdmin(Settings settings) throws IOException {
        return access.webAdmin(
                Optional.ofNullable(url)
                        .map(text -> WebAdminUrl.of(OPTION, text))
                        .or(settings::urlOfEnvironment)
                        .orElseGet(settings::urlOfFile),
                settings);
    }
}
