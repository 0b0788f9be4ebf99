/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sharedmailbox.it.client.Program;

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
                switches(
                        "--host-resolver-rules=MAP *.test 127.0.0.1",
                        "--timeout=90000",
                        "--dump-dom",
                        url));
    }

    /** Starts it with a tab that somebody looks at, and works in. */
    public Tab starts() {
        Process process =
                browser.start(switches("--remote-debugging-port=0", "--lang=en-US", "about:blank"));
        try {
            return new Tab(DevTools.of(process, profile));
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private String[] switches(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--headless",
                                // Which needs privileges that a container does not give.
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--no-first-run",
                                "--user-data-dir=" + profile));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
