/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.mailbox;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.admin.AdminCommand;
import org.sharedmailbox.cli.admin.Confirmation;
import org.sharedmailbox.cli.admin.Fields;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mailbox convert}. */
@Command(
        name = "convert",
        description = {
            "Turns an ordinary user into a shared mailbox: mail and delegations stay, and nobody"
                    + " can sign in any more."
        })
final class ConvertCommand extends AdminCommand {
    @Parameters(paramLabel = "USER", description = "The address of the user.")
    private String address = "";

    @Option(names = "--type", paramLabel = "TYPE", description = "See: mailbox types.")
    private @Nullable String type;

    @Mixin private final Confirmation confirmation = new Confirmation();

    @Override
    protected void run(WebAdmin webAdmin) {
        confirmation.require(
                "Turn " + address + " into a shared mailbox, in which nobody can sign in?");
        JsonObject request = new JsonObject();
        if (type != null) {
            request.addProperty("type", type);
        }
        JsonObject mailbox =
                webAdmin.post(
                        RequestPath.of("shared-mailboxes", address).with("action", "convert"),
                        request);
        answer(mailbox);
        say(Fields.text(mailbox, "address") + " is a shared mailbox now");
        Fields.texts(mailbox, "warnings").forEach(this::say);
    }
}
