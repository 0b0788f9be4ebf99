/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.JamesVersion;

/** What uninstall takes away besides lines; how the jar gets there, an integration test shows. */
class JarChangesTest {
    @TempDir Path folder;

    private Path jars = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectory(folder.resolve("conf"));
        Files.createFile(folder.resolve("conf/mailetcontainer.xml"));
        jars = Files.createDirectory(folder.resolve("extensions-jars"));
        Files.createFile(jars.resolve("james-shared-mailboxes-1.jar"));
    }

    @Test
    void whatIsNotRecordedStays() throws IOException {
        assertThat(JarChanges.toUninstall(james())).isEmpty();
    }

    @Test
    void whatIsRecordedGoesAndNothingElse() throws IOException {
        Files.createFile(jars.resolve("another.jar"));
        Files.createFile(jars.resolve("james-shared-mailboxes-2.jar"));
        record("extensions-jars/james-shared-mailboxes-1.jar\nextensions-jars\n../x\n");

        uninstall();

        assertThat(jars.resolve("james-shared-mailboxes-1.jar")).doesNotExist();
        assertThat(jars.resolve("another.jar")).exists();
        assertThat(jars.resolve("james-shared-mailboxes-2.jar")).exists();
        assertThat(folder.resolve("conf/shared-mailboxes.installed")).doesNotExist();
    }

    @Test
    void theFolderGoesIfItWasMadeAndIsEmpty() throws IOException {
        record("extensions-jars/james-shared-mailboxes-1.jar\nextensions-jars\n");
        uninstall();
        assertThat(jars).doesNotExist();
    }

    @Test
    void aFolderThatWasThereStays() throws IOException {
        record("extensions-jars/james-shared-mailboxes-1.jar\n");
        uninstall();
        assertThat(jars).isEmptyDirectory();
    }

    private void uninstall() throws IOException {
        InstalledJames james = james();
        List<FileChange> changes = JarChanges.toUninstall(james);
        ChangeWriter.write(changes);
        Remains.remove(james, changes);
    }

    private void record(String text) throws IOException {
        Files.writeString(folder.resolve("conf/shared-mailboxes.installed"), text);
    }

    private InstalledJames james() throws IOException {
        return InstalledJames.at(folder, null, JamesVersion.V3_8);
    }
}
