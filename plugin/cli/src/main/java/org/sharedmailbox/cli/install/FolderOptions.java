/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.JamesVersion;
import org.sharedmailbox.cli.install.text.RefusedException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which James it is about. */
final class FolderOptions {
    @Parameters(paramLabel = "FOLDER", description = "The working directory of James.")
    private Path folder = Path.of("");

    @Option(
            names = "--conf",
            paramLabel = "FOLDER",
            description = "The folder of its configuration, if it is not conf/ below that.")
    private @Nullable Path conf;

    @Option(
            names = "--james-version",
            paramLabel = "VERSION",
            description =
                    "3.8 or 3.9, if it is not to be told by James's libraries in the folder, or"
                            + " else by this jar.")
    private @Nullable String version;

    @Option(names = "--json", description = "Answer in JSON, for scripts.")
    private boolean json;

    InstalledJames james() throws IOException {
        return InstalledJames.at(folder, conf, version == null ? null : parsed(version));
    }

    boolean isJson() {
        return json;
    }

    private static JamesVersion parsed(String written) {
        for (JamesVersion known : JamesVersion.values()) {
            if (written.equals(known.toString()) || written.startsWith(known + ".")) {
                return known;
            }
        }
        throw new RefusedException(
                "--james-version is 3.8 or 3.9, the versions that the plugin is for");
    }
}
