/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.mailbox;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.sharedmailbox.cli.admin.AdminCommand;
import org.sharedmailbox.cli.admin.Fields;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mailbox change}. */
@Command(name = "change", description = "Changes what is named about a shared mailbox.")
final class ChangeCommand extends AdminCommand {
    @Parameters(paramLabel = "MAILBOX", description = "Its address.")
    private String address = "";

    @Mixin private final MailboxFields fields = new MailboxFields();

    @Override
    protected void run(WebAdmin webAdmin) throws IOException {
        RequestPath path = RequestPath.of("shared-mailboxes", address);
        JsonObject request = fields.change();
        // It would be made otherwise.
        fields.keepOtherLimit(request, webAdmin.get(path));
        JsonObject mailbox = webAdmin.put(path, request).json();
        answer(mailbox);
        say("Changed " + Fields.text(mailbox, "address"));
        Fields.texts(mailbox, "warnings").forEach(this::say);
    }
}
