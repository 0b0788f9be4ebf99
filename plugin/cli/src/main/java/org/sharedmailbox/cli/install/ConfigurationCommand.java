/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.install.change.FileChange;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that changes the configuration of a James, or shows what it would change. */
abstract class ConfigurationCommand implements Callable<Integer> {
    @Mixin private final FolderOptions options = new FolderOptions();

    @Option(
            names = "--dry-run",
            description = "Change nothing, and show what would be changed (as diff -u does).")
    private boolean dryRun;

    @Spec private @Nullable CommandSpec spec;

    /** Returns what is to be changed. */
    abstract List<FileChange> plan(InstalledJames james) throws IOException;

    /** Changes it, and says so. */
    abstract void change(InstalledJames james, List<FileChange> changes, Report report)
            throws IOException;

    @Override
    public final Integer call() throws IOException {
        InstalledJames james = options.james();
        List<FileChange> changes = plan(james);
        Report report = new Report(spec, options.isJson());
        if (dryRun) {
            report.planned(james, changes);
        } else {
            change(james, changes, report);
        }
        return 0;
    }
}
