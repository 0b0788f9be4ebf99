/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.store.backup.StoreTransfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code store copy}. */
@Command(
        name = "copy",
        description =
                "Copies the whole store into an empty one, from H2 to PostgreSQL or back. James must"
                        + " not run. Nothing is overwritten, and it is all or nothing: every row is"
                        + " read again and compared.")
final class CopyCommand implements Callable<Integer> {
    @Mixin private final SourceOptions source = new SourceOptions();

    @Mixin private final TargetOptions target = new TargetOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        StoreLocation from = source.location();
        StoreLocation to = target.location();
        new StoreTransfer(new ProgressLines(command().commandLine().getErr()))
                .copy(from.database(), to.database());
        command()
                .commandLine()
                .getOut()
                .println("The store in " + from + " is copied to " + to + ", and compared");
        return 0;
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("Not called as a command");
        }
        return spec;
    }
}
