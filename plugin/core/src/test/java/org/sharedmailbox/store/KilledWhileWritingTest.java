/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server may be killed between any two things that H2 writes, and while it writes: when it has to
 * stop and takes too long, most likely while H2 tidies up its file to close it.
 */
class KilledWhileWritingTest {
    private static final int ROUNDS = 4;
    private static final int ROWS_PER_COMMIT = 20;
    private static final int HEADER = 8192;

    @TempDir Path folder;

    private final WrittenFile written = new WrittenFile();

    @Test
    void theFileIsNeverTakenForDamagedAndHasAllThatWasCommitted() throws IOException, SQLException {
        String name = RecordedFilePath.recorded("async:" + folder.resolve("written"), written);
        KeptRows.write("jdbc:h2:" + name, ROUNDS, ROWS_PER_COMMIT, written::committed);

        byte[] file = {};
        for (int step = 0; step < written.steps(); step++) {
            file = written.after(step, file);
            if (file.length >= HEADER) {
                assertWhole(file, step);
            }
        }
        assertThat(written.truncations()).as("tidied up by H2").isPositive();
    }

    private void assertWhole(byte[] file, int step) throws IOException, SQLException {
        Path killed = folder.resolve("killed.mv.db");
        Files.write(killed, file);

        assertThat(StoreFileCheck.damage(FilePath.get(killed.toString())))
                .as("killed after step %d of %d", step, written.steps())
                .isEmpty();
        assertThat(KeptRows.in(folder, "killed"))
                .as("killed after step %d of %d", step, written.steps())
                .isGreaterThanOrEqualTo(written.committedBefore(step));
    }
}
