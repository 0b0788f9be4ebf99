/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
    @TempDir Path folder;

    @Test
    void itsOwnerAloneCanReadIt() throws Exception {
        Path file = folder.resolve("x");

        NewFile.write(file, out -> out.write('a'));

        assertThat(file).hasContent("a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void oneOfTwoWhoWriteAtOnceHasTheName() throws Exception {
        Path file = folder.resolve("x");

        assertThatThrownBy(
                        () ->
                                NewFile.write(
                                        file,
                                        late -> {
                                            late.write("late".getBytes(StandardCharsets.UTF_8));
                                            NewFile.write(file, early -> early.write('e'));
                                            assertThat(file).hasContent("e");
                                        }))
                .isInstanceOf(TransferRefusedException.class)
                .hasMessageContaining("There is a file " + file + " already");

        assertThat(file).hasContent("e");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void nothingIsLeftOfWhatFails() {
        assertThatThrownBy(
                        () ->
                                NewFile.write(
                                        folder.resolve("x"),
                                        out -> {
                                            out.write('a');
                                            throw new IOException("full");
                                        }))
                .isInstanceOf(IOException.class);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void filesOfOthersAreLeftAlone() throws Exception {
        Path other = Files.writeString(folder.resolve("x.part"), "mine");

        NewFile.write(folder.resolve("x"), out -> out.write('a'));

        assertThat(other).hasContent("mine");
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        Path file = folder.resolve("no").resolve("x");

        assertThatThrownBy(() -> NewFile.write(file, out -> out.write('a')))
                .isInstanceOf(TransferRefusedException.class)
                .hasMessage("There is no folder for a file " + file + ": make it, or name another");
    }
}
