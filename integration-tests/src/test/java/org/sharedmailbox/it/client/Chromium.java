/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Chromium without a window, with a profile that nobody has used before. */
public final class Chromium {
    private final Program browser;
    private final Path profile;

    /** The Chromium that works in this directory; the test is skipped where there is none. */
    public Chromium(Path directory) {
        browser = Program.ofPackage("chromium", "chromium", directory);
        try {
            profile = Files.createTempDirectory(directory, "profile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a page and waits until it and its images have loaded. Names that end in {@code .test}
     * lead to this machine.
     *
     * @return the document, as the page's scripts have left it
     */
    public String opens(String url) {
        return browser.run(
                "--headless",
                "--no-sandbox", // which needs privileges that a container does not give
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--user-data-dir=" + profile,
                "--host-resolver-rules=MAP *.test 127.0.0.1",
                "--timeout=90000",
                "--dump-dom",
                url);
    }
}
