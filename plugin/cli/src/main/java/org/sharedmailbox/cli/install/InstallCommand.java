/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sharedmailbox.cli.install.change.ChangePlan;
import org.sharedmailbox.cli.install.change.ChangeWriter;
import org.sharedmailbox.cli.install.change.FileChange;
import org.sharedmailbox.cli.install.check.ConfigurationCheck;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.Finding;
import org.sharedmailbox.cli.install.part.Status;
import org.sharedmailbox.cli.install.text.RefusedException;
import picocli.CommandLine.Command;

/** {@code install}. */
@Command(
        name = "install",
        description =
                "Adds the lines that the plugin needs to the configuration of a James, and this jar"
                        + " to its extensions. All else in the files stays as it is; what is there"
                        + " already is not added again. Restart James afterwards.")
public final class InstallCommand extends ConfigurationCommand {
    InstallCommand() {}

    @Override
    List<FileChange> plan(InstalledJames james) throws IOException {
        return ChangePlan.toInstall(james);
    }

    @Override
    void change(InstalledJames james, List<FileChange> changes, Report report) throws IOException {
        // What cannot be checked afterwards, either, is told while nothing is changed.
        leftToDo(james);
        Map<String, Path> backups = ChangeWriter.write(changes);
        report.installed(james, changes, backups, leftAfterwards(james));
    }

    /** What fails now does not mean that nothing was done. */
    static List<Finding> leftAfterwards(InstalledJames james) {
        try {
            return leftToDo(james);
        } catch (IOException | RefusedException e) {
            return List.of(
                    Finding.of(
                            Status.MISSING,
                            "check",
                            james.folder().toString(),
                            "the files are written, but could not be checked afterwards; run check"
                                    + " again"));
        }
    }

    private static List<Finding> leftToDo(InstalledJames james) throws IOException {
        return ConfigurationCheck.of(james).stream()
                .filter(finding -> finding.status() != Status.OK)
                .collect(Collectors.toUnmodifiableList());
    }
}
