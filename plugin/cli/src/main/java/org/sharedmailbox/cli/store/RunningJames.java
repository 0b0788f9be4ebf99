/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.store.backup.NewFile;
import org.sharedmailbox.store.backup.StoreTransfer;
import org.sharedmailbox.store.backup.TransferRefusedException;

/** A James that runs, and alone can read its embedded store meanwhile: asked through WebAdmin. */
final class RunningJames {
    /** James answers once it has read the whole store. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(10);

    private final WebAdmin webAdmin;

    RunningJames(WebAdmin webAdmin) {
        this.webAdmin = webAdmin.patientFor(ANSWER_TIMEOUT);
    }

    /**
     * Writes a backup into a new file, which is there only once it is seen to be whole.
     *
     * @throws CommandFailedException if James does not answer with one
     * @throws TransferRefusedException if what it sends is none
     */
    void backup(Path file, StoreTransfer transfer) throws IOException, SQLException {
        NewFile.writeChecked(file, this::download, part -> check(part, transfer));
    }

    private void download(OutputStream out) throws IOException {
        try {
            webAdmin.download(
                    RequestPath.of("shared-mailboxes", "backup"), "application/gzip", out);
        } catch (CommandFailedException e) {
            throw e.because("The store is in use by a running James, which alone can read it. ");
        }
    }

    private static void check(Path part, StoreTransfer transfer) throws IOException, SQLException {
        try {
            transfer.check(part);
        } catch (TransferRefusedException e) {
            throw new TransferRefusedException(
                    "James has not sent a whole backup: look in its log, and try again", e);
        }
    }
}
