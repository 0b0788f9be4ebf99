/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.cli.text.ShownStream;
import org.sharedmailbox.cli.text.Terminal;
import org.sharedmailbox.store.backup.NewFile;
import picocli.CommandLine.Option;

/** Where a CSV of WebAdmin goes: into a file, or to standard output. */
public final class CsvTarget {
    private static final String CSV = "text/csv";

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description =
                    "A new file for the CSV, which is there only once it is whole; else standard"
                            + " output.")
    private @Nullable Path to;

    /** Returns the file; empty if it is standard output. */
    public Optional<Path> file() {
        return Optional.ofNullable(to);
    }

    /**
     * Writes what WebAdmin sends, as it comes.
     *
     * @param out what leads to standard output; of what it shows, nothing steers a terminal
     */
    public void download(WebAdmin webAdmin, RequestPath path, PrintWriter out) throws IOException {
        if (to != null) {
            write(webAdmin, path, to);
        } else if (Terminal.showsOutput()) {
            try (OutputStream screen = new ShownStream(out)) {
                webAdmin.download(path, CSV, screen);
            }
        } else {
            out.flush();
            webAdmin.download(path, CSV, System.out);
            if (System.out.checkError()) {
                throw new IOException("standard output does not take all of the CSV");
            }
        }
    }

    private static void write(WebAdmin webAdmin, RequestPath path, Path file) throws IOException {
        try {
            NewFile.write(file, content -> webAdmin.download(path, CSV, content));
        } catch (SQLException e) {
            throw new IllegalStateException("There is no database in this", e);
        }
    }
}
