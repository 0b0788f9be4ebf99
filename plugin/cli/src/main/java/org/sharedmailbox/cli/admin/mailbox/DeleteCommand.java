/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.mailbox;

import com.google.gson.JsonObject;
import org.sharedmailbox.cli.admin.AdminCommand;
import org.sharedmailbox.cli.admin.Confirmation;
import org.sharedmailbox.cli.admin.Fields;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mailbox delete}. */
@Command(
        name = "delete",
        description = {
            "Deletes a shared mailbox and its delegations. Its mail stays, and is there again if"
                    + " the mailbox is created again."
        })
final class DeleteCommand extends AdminCommand {
    @Parameters(paramLabel = "MAILBOX", description = "Its address.")
    private String address = "";

    @Option(names = "--with-mail", description = "Delete all mail in it, too.")
    private boolean withMail;

    @Mixin private final Confirmation confirmation = new Confirmation();

    @Override
    protected void run(WebAdmin webAdmin) {
        RequestPath path = RequestPath.of("shared-mailboxes", address);
        JsonObject mailbox = webAdmin.get(path);
        confirmation.require(
                String.format(
                        "Delete %s with its %s delegations%s?",
                        Fields.text(mailbox, "address"),
                        Fields.text(mailbox, "memberCount"),
                        withMail ? " and all mail in it" : ""));
        webAdmin.delete(withMail ? path.with("mail", "delete") : path);
        JsonObject answer = new JsonObject();
        answer.addProperty("deleted", Fields.text(mailbox, "address"));
        answer(answer);
        say(
                "Deleted "
                        + Fields.text(mailbox, "address")
                        + (withMail ? " and its mail" : "; its mail is kept"));
    }
}
