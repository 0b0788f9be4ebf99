/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code delegations}. */
@Command(name = "delegations", description = "Lists who may do what on whose mailbox.")
public final class DelegationsCommand extends AdminCommand {
    @Mixin private final DelegationFilter filter = new DelegationFilter();

    @Override
    protected void run(WebAdmin webAdmin) {
        Listing listing = new Listing(webAdmin, filter.path());
        if (isJson()) {
            listing.writeJson(out());
            return;
        }
        listing.writeTable(
                new Table(out(), DelegationRow.headings("OWNER", "DELEGATE")),
                delegation ->
                        DelegationRow.after(
                                delegation,
                                Fields.text(delegation, "owner"),
                                Fields.text(delegation, "delegate")));
        say(listing.count() == 1 ? "1 delegation" : listing.count() + " delegations");
    }
}
