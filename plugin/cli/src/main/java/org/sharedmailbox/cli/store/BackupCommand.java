/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.http.AccessOptions;
import org.sharedmailbox.cli.http.WebAdminUrl;
import org.sharedmailbox.store.DirectAccess;
import org.sharedmailbox.store.backup.StoreTransfer;
import org.sharedmailbox.store.backup.TransferRefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code store backup}. */
@Command(
        name = "backup",
        description = {
            "Writes the whole store, as it is at one moment, into a new file. James may run: where"
                    + " it has an embedded store, its WebAdmin is asked for the backup."
        })
final class BackupCommand implements Callable<Integer> {
    private static final String WEB_ADMIN = "--webadmin";

    @Mixin private final SourceOptions source = new SourceOptions();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The new file; an existing one is not replaced.")
    private Path to = Path.of("");

    @Option(
            names = WEB_ADMIN,
            paramLabel = "URL",
            description =
                    "WebAdmin of a running James with an embedded store, if it is not what"
                            + " conf/webadmin.properties says.")
    private @Nullable String webAdmin;

    @Mixin private final AccessOptions access = new AccessOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        StoreLocation from = source.location();
        StoreTransfer transfer =
                new StoreTransfer(new ProgressLines(command().commandLine().getErr()));
        try {
            transfer.backup(from.database(), to);
        } catch (SQLException e) {
            if (!DirectAccess.isInUse(e)) {
                throw e;
            }
            running(from).backup(to, transfer);
        }
        command().commandLine().getOut().println("The store in " + from + " is backed up in " + to);
        return 0;
    }

    private RunningJames running(StoreLocation from) throws IOException {
        String url =
                Optional.ofNullable(webAdmin)
                        .or(() -> from.james().flatMap(JamesFolder::webAdmin).map(URI::toString))
                        .orElseThrow(
                                () ->
                                        new TransferRefusedException(
                                                "James runs with this store, and where its WebAdmin"
                                                        + " is cannot be told from"
                                                        + " conf/webadmin.properties: name it with"
                                                        + " --webadmin, or stop James"));
        return new RunningJames(access.webAdmin(WebAdminUrl.of(WEB_ADMIN, url)));
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("Not called as a command");
        }
        return spec;
    }
}
