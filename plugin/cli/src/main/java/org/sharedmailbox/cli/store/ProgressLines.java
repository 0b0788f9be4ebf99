/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.store;

import java.io.PrintWriter;
import org.sharedmailbox.store.backup.TransferProgress;

/** Writes a line for each table that has rows, and for parts of large ones. */
final class ProgressLines implements TransferProgress {
    private final PrintWriter lines;

    ProgressLines(PrintWriter lines) {
        this.lines = lines;
    }

    @Override
    public void at(String table, long rows, boolean complete) {
        if (!complete) {
            lines.printf("%s: %d rows so far%n", table, rows);
        } else if (rows > 0) {
            lines.printf("%s: %d rows%n", table, rows);
        }
    }
}
