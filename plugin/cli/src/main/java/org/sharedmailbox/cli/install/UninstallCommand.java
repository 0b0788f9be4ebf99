/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sharedmailbox.cli.install.change.ChangePlan;
import org.sharedmailbox.cli.install.change.ChangeWriter;
import org.sharedmailbox.cli.install.change.FileChange;
import org.sharedmailbox.cli.install.change.Remains;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.Finding;
import org.sharedmailbox.cli.install.part.Status;
import picocli.CommandLine.Command;

/** {@code uninstall}. */
@Command(
        name = "uninstall",
        description =
                "Takes the plugin's lines out of the configuration of a James again, and what"
                        + " install has added besides. What is in the store stays there. Restart"
                        + " James afterwards.")
public final class UninstallCommand extends ConfigurationCommand {
    UninstallCommand() {}

    @Override
    List<FileChange> plan(InstalledJames james) throws IOException {
        return ChangePlan.toUninstall(james);
    }

    @Override
    void change(InstalledJames james, List<FileChange> changes, Report report) throws IOException {
        ChangeWriter.write(changes);
        List<Path> kept = List.of();
        List<Finding> leftToDo = List.of();
        try {
            kept = Remains.remove(james, changes);
        } catch (IOException e) {
            leftToDo = List.of(notTidied(james));
        }
        report.uninstalled(james, changes, kept, leftToDo);
    }

    /** What fails now does not mean that nothing was done. */
    private static Finding notTidied(InstalledJames james) {
        return Finding.of(
                Status.DANGEROUS,
                "backups",
                james.shortName(james.conf()),
                "the plugin's lines are taken out, but not all copies that end in"
                        + " .before-shared-mailboxes could be looked at; compare them, and take"
                        + " them out by hand");
    }
}
