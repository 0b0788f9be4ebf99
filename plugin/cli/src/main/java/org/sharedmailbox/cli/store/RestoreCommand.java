/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.store.backup.ArrivingDelegations;
import org.sharedmailbox.store.backup.StoreTransfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code store restore}. */
@Command(
        name = "restore",
        description =
                "Fills an empty store from a backup, of this version or an earlier one. James must"
                        + " not run. Nothing is overwritten, and it is all or nothing.")
final class RestoreCommand implements Callable<Integer> {
    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = "What 'store backup' has written.")
    private Path from = Path.of("");

    @Option(
            names = "--suspended",
            description =
                    "Suspend every delegation, so that nobody opens what is not theirs before an"
                            + " administrator has looked: accounts may have been deleted since the"
                            + " backup, and others made of the same name.")
    private boolean suspended;

    @Mixin private final TargetOptions target = new TargetOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        StoreLocation to = target.location();
        new StoreTransfer(new ProgressLines(command().commandLine().getErr()))
                .restore(
                        from,
                        to.database(),
                        suspended
                                ? ArrivingDelegations.suspended(Clock.systemUTC().instant())
                                : ArrivingDelegations.AS_THEY_WERE);
        command()
                .commandLine()
                .getOut()
                .println(
                        "The store in "
                                + to
                                + " is restored from "
                                + from
                                + ", and compared"
                                + (suspended ? "; every delegation is suspended" : ""));
        return 0;
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("Not called as a command");
        }
        return spec;
    }
}
