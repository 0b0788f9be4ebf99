/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.mailbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.sharedmailbox.cli.admin.AdminCommand;
import org.sharedmailbox.cli.admin.Fields;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mailbox show}. */
@Command(name = "show", description = "Shows all about a shared mailbox.")
final class ShowCommand extends AdminCommand {
    @Parameters(paramLabel = "MAILBOX", description = "Its address.")
    private String address = "";

    @Override
    protected void run(WebAdmin webAdmin) {
        JsonObject mailbox = webAdmin.get(RequestPath.of("shared-mailboxes", address));
        if (isJson()) {
            answer(mailbox);
            return;
        }
        Table table = new Table(out(), "", "");
        table.add("address", Fields.text(mailbox, "address"));
        table.add("name", Fields.text(mailbox, "displayName"));
        table.add("type", Fields.text(mailbox, "type"));
        table.add("sign-in", Fields.text(mailbox, "signIn"));
        table.add("quota", quota(mailbox.get("quota")));
        table.add("copies in Sent", sentCopies(Fields.texts(mailbox, "sentCopies")));
        table.add("members", Fields.text(mailbox, "memberCount"));
        table.add(
                "created",
                Fields.time(mailbox, "createdAt") + " by " + Fields.text(mailbox, "createdBy"));
        Fields.texts(mailbox, "warnings").forEach(warning -> table.add("warning", warning));
        table.write();
    }

    private static String quota(JsonElement quota) {
        return quota.isJsonNull()
                ? "that of all"
                : limit(quota.getAsJsonObject(), "count", "messages")
                        + ", "
                        + limit(quota.getAsJsonObject(), "size", "octets");
    }

    private static String limit(JsonObject quota, String field, String unit) {
        String limit = Fields.text(quota, field);
        return (limit.isEmpty() ? "any number of" : limit) + " " + unit;
    }

    private static String sentCopies(List<String> rights) {
        return rights.isEmpty() ? "none" : String.join(" ", rights);
    }
}
