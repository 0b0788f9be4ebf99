/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import java.util.List;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code what may USER open}. */
@Command(
        name = "what",
        customSynopsis = "what may USER open",
        description = "Lists the mailboxes of others that a user may open, or send as.")
public final class WhatCommand extends AdminCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "may USER open",
            description = "The user; the words around are optional.")
    private List<String> words = List.of();

    @Override
    protected void run(WebAdmin webAdmin) {
        String user = user();
        Listing listing =
                new Listing(webAdmin, RequestPath.of("delegations").with("delegate", user));
        if (isJson()) {
            listing.writeJson(out());
        } else {
            listing.writeTable(
                    new Table(out(), DelegationRow.headings("MAILBOX")),
                    delegation ->
                            DelegationRow.after(delegation, Fields.text(delegation, "owner")));
        }
        if (listing.count() > 0) {
            return;
        }
        if (!webAdmin.isThere("HEAD", RequestPath.of("users", user))) {
            throw CommandFailedException.refused("There is no user " + user);
        }
        say(user + " may open no mailbox of others");
    }

    private String user() {
        String sentence = String.join(" ", words);
        String user = sentence.replaceFirst("^may ", "").replaceFirst(" open$", "");
        if (user.contains(" ")) {
            throw CommandFailedException.misused(
                    "'what " + sentence + "' is not understood: write 'what may USER open'");
        }
        return user;
    }
}
