/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.mailbox;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.sharedmailbox.cli.admin.AdminCommand;
import org.sharedmailbox.cli.admin.Fields;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mailbox revert}. */
@Command(
        name = "revert",
        description = "Turns a shared mailbox back into a user, who signs in with a new password.")
final class RevertCommand extends AdminCommand {
    @Parameters(paramLabel = "MAILBOX", description = "Its address.")
    private String address = "";

    @Mixin private final MailboxPassword password = new MailboxPassword();

    @Override
    protected void run(WebAdmin webAdmin) throws IOException {
        JsonObject request = new JsonObject();
        request.addProperty(
                "password",
                password.read()
                        .orElseThrow(
                                () ->
                                        CommandFailedException.misused(
                                                "Name the user's new password, by"
                                                        + " --mailbox-password-file or"
                                                        + " --mailbox-password-env")));
        JsonObject user =
                webAdmin.post(
                        RequestPath.of("shared-mailboxes", address).with("action", "revert"),
                        request);
        answer(user);
        say(Fields.text(user, "address") + " is an ordinary user now");
    }
}
