/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.mailbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.admin.AdminCommand;
import org.sharedmailbox.cli.admin.Fields;
import org.sharedmailbox.cli.admin.Listing;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mailbox list}. */
@Command(name = "list", description = "Lists shared mailboxes.")
final class ListCommand extends AdminCommand {
    @Option(names = "--domain", paramLabel = "DOMAIN", description = "Of this domain.")
    private @Nullable String domain;

    @Option(names = "--type", paramLabel = "TYPE", description = "Of this type.")
    private @Nullable String type;

    @Option(names = "--member", paramLabel = "USER", description = "With this member.")
    private @Nullable String member;

    @Override
    protected void run(WebAdmin webAdmin) {
        Listing listing =
                new Listing(
                        webAdmin,
                        RequestPath.of("shared-mailboxes")
                                .with("domain", Optional.ofNullable(domain))
                                .with("type", Optional.ofNullable(type))
                                .with("member", Optional.ofNullable(member)));
        if (isJson()) {
            listing.writeJson(out());
            return;
        }
        listing.writeTable(
                new Table(out(), "MAILBOX", "NAME", "TYPE", "MEMBERS", "SIGN-IN"),
                mailbox ->
                        new String[] {
                            Fields.text(mailbox, "address"),
                            Fields.text(mailbox, "displayName"),
                            Fields.text(mailbox, "type"),
                            Fields.text(mailbox, "memberCount"),
                            Fields.text(mailbox, "signIn")
                        });
        say(listing.count() == 1 ? "1 shared mailbox" : listing.count() + " shared mailboxes");
    }
}
