/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that H2 has tidied up and closed, and whose end is missing. */
class CutFileTest {
    private static final int BLOCK = 4096;
    private static final int HEADER = 2 * BLOCK;
    private static final int CUTS = 150;

    @TempDir Path folder;

    private final AtomicInteger rows = new AtomicInteger();
    private byte[] intact = {};

    @BeforeEach
    void write() throws IOException, SQLException {
        KeptRows.write("jdbc:h2:async:" + folder.resolve("cut"), 4, 100, rows::set);
        intact = Files.readAllBytes(file());
    }

    @Test
    void aCutIsRefusedWhereverItIs() throws IOException {
        for (int cut = 1; cut < CUTS; cut++) {
            assertRefused((int) ((long) intact.length * cut / CUTS));
        }
        assertRefused(intact.length / 10 * 9);
        assertRefused(intact.length - 1);
        assertRefused(intact.length - BLOCK);
    }

    @Test
    void uncutItHasAllRows() throws IOException, SQLException {
        assertThat(StoreFileCheck.damage(FilePath.get(file().toString()))).isEmpty();
        assertThat(Files.readAllBytes(file())).as("only read").isEqualTo(intact);
        assertThat(KeptRows.in(folder, "cut")).isEqualTo(rows.get());
    }

    /** The newest piece of a file may lie before others: it does not know that they are missing. */
    @Test
    void anOlderPieceThatIsMissingIsRefused() throws IOException {
        byte[] damaged = intact.clone();
        int piece = longestPiece();
        Arrays.fill(damaged, piece, piece + BLOCK, (byte) 0);

        assertRefused(damaged, "without the piece at " + piece);
    }

    private void assertRefused(int length) throws IOException {
        assertRefused(Arrays.copyOf(intact, length), "cut to " + length + " of " + intact.length);
    }

    private void assertRefused(byte[] damaged, String how) throws IOException {
        Files.write(file(), damaged);

        assertThat(StoreFileCheck.damage(FilePath.get(file().toString()))).as(how).isPresent();
        assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }

    private int longestPiece() {
        int longest = HEADER;
        int length = 0;
        int begin = HEADER;
        for (int block = HEADER + BLOCK; block < intact.length; block += BLOCK) {
            if (new String(intact, block, 6, StandardCharsets.ISO_8859_1).equals("chunk:")) {
                if (block - begin > length) {
                    length = block - begin;
                    longest = begin;
                }
                begin = block;
            }
        }
        return longest;
    }

    private Path file() {
        return folder.resolve("cut.mv.db");
    }
}
