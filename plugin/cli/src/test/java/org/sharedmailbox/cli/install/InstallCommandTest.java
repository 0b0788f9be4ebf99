/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.JamesVersion;

class InstallCommandTest {
    @TempDir Path folder;

    @Test
    void whatCannotBeCheckedAfterwardsIsAFinding() throws IOException {
        Path conf = Files.createDirectory(folder.resolve("conf"));
        Files.writeString(conf.resolve("imapserver.xml"), "<imapservers>");

        assertThat(
                        InstallCommand.leftAfterwards(
                                InstalledJames.at(folder, null, JamesVersion.V3_8)))
                .singleElement()
                .asString()
                .startsWith("MISSING ")
                .contains("the files are written, but could not be checked afterwards");
    }
}
