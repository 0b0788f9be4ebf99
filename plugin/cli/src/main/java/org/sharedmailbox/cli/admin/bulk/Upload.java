/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.cli.text.Terminal;

/** Sends a file, in as many requests as it takes, and shows how far it is. */
final class Upload {
    /** James answers once it has granted all. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(10);

    private final WebAdmin webAdmin;
    private final DelegationFile file;
    private final PrintWriter err;

    Upload(WebAdmin webAdmin, DelegationFile file, PrintWriter err) {
        this.webAdmin = webAdmin.patientFor(ANSWER_TIMEOUT);
        this.file = file;
        this.err = err;
    }

    /** Has James say what would be done. */
    JsonObject tried(RequestPath path) throws IOException {
        JsonObject sum = new JsonObject();
        PartFaults faults = new PartFaults();
        ImportProgress progress = progress();
        try {
            for (int i = 0; i < file.requests(); i++) {
                try {
                    sum = Totals.sum(sum, send(path.with("dryRun", "true"), i, progress));
                } catch (CommandFailedException e) {
                    if (!file.isInParts()) {
                        throw e;
                    }
                    faults.add(e);
                }
            }
        } finally {
            progress.end();
        }
        faults.refuse();
        return sum;
    }

    /** Has it done. */
    JsonObject done(RequestPath path) throws IOException {
        JsonObject sum = new JsonObject();
        ImportProgress progress = progress();
        int request = 0;
        try {
            for (; request < file.requests(); request++) {
                sum = Totals.sum(sum, send(path, request, progress));
            }
        } catch (CommandFailedException | IOException e) {
            progress.end();
            if (request > 0) {
                err.println(
                        "What stands before "
                                + file.begin(request)
                                + " is granted. Once the reason is mended, import the file again:"
                                + " what is there stays as it is");
            }
            throw e;
        }
        progress.end();
        return sum;
    }

    private ImportProgress progress() throws IOException {
        return new ImportProgress(
                err, Terminal.ofProcess().isPresent(), file.octets(), System::nanoTime);
    }

    private JsonObject send(RequestPath path, int request, ImportProgress progress)
            throws IOException {
        return webAdmin.post(
                path,
                file.type(),
                CountedBody.of(file.body(request), progress::sent),
                progress::show);
    }
}
