/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import java.io.IOException;
import org.sharedmailbox.cli.admin.AdminCommand;
import org.sharedmailbox.cli.admin.CsvTarget;
import org.sharedmailbox.cli.admin.DelegationFilter;
import org.sharedmailbox.cli.admin.Listing;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.WebAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code export}. */
@Command(
        name = "export",
        description = "Writes delegations as CSV, which import and spreadsheets read.")
public final class ExportCommand extends AdminCommand {
    @Mixin private final CsvTarget target = new CsvTarget();

    @Mixin private final DelegationFilter filter = new DelegationFilter();

    @Override
    protected void run(WebAdmin webAdmin) throws IOException {
        if (isJson() && target.file().isPresent()) {
            throw CommandFailedException.misused(
                    "A file is written as CSV: leave out --json, or --to");
        }
        if (isJson()) {
            new Listing(webAdmin, filter.path()).writeJson(out());
        } else {
            target.download(webAdmin, filter.path(), out());
            target.file().ifPresent(file -> say("The delegations are in " + file));
        }
    }
}
