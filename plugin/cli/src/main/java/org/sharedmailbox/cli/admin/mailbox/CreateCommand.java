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

/** {@code mailbox create}. */
@Command(
        name = "create",
        description =
                "Makes a shared mailbox, in which nobody can sign in unless it has a password.")
final class CreateCommand extends AdminCommand {
    @Parameters(paramLabel = "MAILBOX", description = "Its address.")
    private String address = "";

    @Mixin private final MailboxFields fields = new MailboxFields();

    @Override
    protected void run(WebAdmin webAdmin) throws IOException {
        RequestPath path = RequestPath.of("shared-mailboxes", address);
        JsonObject request = fields.json();
        if (webAdmin.find(path).isPresent()) {
            throw CommandFailedException.refused(
                    "There is a shared mailbox "
                            + address
                            + " already, and nothing was changed: use mailbox change");
        }
        JsonObject mailbox = webAdmin.put(path, request).json();
        answer(mailbox);
        say(
                String.format(
                        "Created %s, a mailbox of type %s",
                        Fields.text(mailbox, "address"), Fields.text(mailbox, "type")));
        Fields.texts(mailbox, "warnings").forEach(this::say);
    }
}
