/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.mailbox;

import org.sharedmailbox.cli.admin.AdminCommand;
import org.sharedmailbox.cli.admin.Fields;
import org.sharedmailbox.cli.admin.Listing;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.cli.text.Table;
import picocli.CommandLine.Command;

/** {@code mailbox types}. */
@Command(name = "types", description = "Lists the types that shared mailboxes can have.")
final class TypesCommand extends AdminCommand {
    @Override
    protected void run(WebAdmin webAdmin) {
        Listing listing = new Listing(webAdmin, RequestPath.of("shared-mailboxes", "types"));
        if (isJson()) {
            listing.writeJson(out());
            return;
        }
        listing.writeTable(
                new Table(out(), "TYPE", "FOLDERS", "DEFAULT RIGHTS", "AT MOST", "SENDING"),
                type ->
                        new String[] {
                            Fields.text(type, "name"),
                            String.join(" ", Fields.texts(type, "folders")),
                            String.join(" ", Fields.texts(type, "defaultRights")),
                            Fields.text(type, "cap"),
                            Fields.text(type, "sending").equals("true") ? "yes" : "no"
                        });
    }
}
