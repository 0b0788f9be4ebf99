/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonObject;
import java.util.List;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.cli.text.AsciiJson;
import org.sharedmailbox.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code who has access to MAILBOX}. */
@Command(
        name = "who",
        customSynopsis = "who has access to MAILBOX[/FOLDER]",
        description = {
            "Lists who may do what on a mailbox, or in one folder of it, and what opens the mailbox"
                    + " beside the delegations."
        })
public final class WhoCommand extends AdminCommand {
    private static final String LETTERS = "letters";

    @Parameters(
            arity = "1..*",
            paramLabel = "has access to MAILBOX[/FOLDER]",
            hideParamSyntax = true,
            description =
                    "The mailbox; its folder, if only that is asked for. The words in front are"
                            + " optional.")
    private List<String> words = List.of();

    @Override
    protected void run(WebAdmin webAdmin) {
        Place place = Place.in(words);
        RequestPath delegations = RequestPath.of("delegations", place.mailbox());
        webAdmin.get(delegations.with("limit", "1"));
        place.requireFolder(webAdmin);
        Listing listing =
                place.folder()
                        .map(folder -> inFolder(webAdmin, place.mailbox(), folder, delegations))
                        .orElseGet(() -> new Listing(webAdmin, delegations));
        JsonObject doors = sideDoors(webAdmin, place.mailbox());
        if (isJson()) {
            listing.writeItems(out());
            out().println(",\"sideDoors\":" + AsciiJson.of(doors.get("sideDoors")) + "}");
            return;
        }
        if (place.folder().isPresent()) {
            listing.writeTable(
                    new Table(out(), "DELEGATE", "LETTERS", "STATE", "FROM", "UNTIL"),
                    WhoCommand::folderRow);
        } else {
            listing.writeTable(
                    new Table(out(), DelegationRow.headings("DELEGATE")),
                    one -> DelegationRow.after(one, Fields.text(one, "delegate")));
        }
        if (listing.count() == 0) {
            say("No delegation gives access to " + place);
        }
        show(doors);
    }

    /** The delegations that give letters there, which they get as a field of their own. */
    private static Listing inFolder(
            WebAdmin webAdmin, String mailbox, String folder, RequestPath delegations) {
        Limits limits = Limits.of(webAdmin, mailbox);
        return new Listing(
                webAdmin,
                delegations,
                delegation -> {
                    String letters = limits.lettersIn(folder, delegation);
                    delegation.addProperty(LETTERS, letters);
                    return !letters.isEmpty();
                });
    }

    private static String[] folderRow(JsonObject delegation) {
        return new String[] {
            Fields.text(delegation, "delegate"),
            Fields.text(delegation, LETTERS),
            Fields.text(delegation, "state"),
            Fields.time(delegation, "notBefore"),
            Fields.time(delegation, "notAfter")
        };
    }

    private static JsonObject sideDoors(WebAdmin webAdmin, String mailbox) {
        RequestPath path =
                RequestPath.of("delegation-audit", "side-doors").with("mailbox", mailbox);
        return Fields.objects(webAdmin.get(path), "items").get(0);
    }

    private void show(JsonObject doors) {
        List<JsonObject> open = Fields.objects(doors, "sideDoors");
        say(open.isEmpty() ? "Nothing else opens it" : "Beside delegations, it is opened by:");
        Table table = new Table(out(), "KIND", "LETS IN", "DETAIL");
        open.forEach(
                door ->
                        table.add(
                                Fields.text(door, "kind"),
                                Fields.text(door, "letsIn"),
                                Fields.text(door, "detail")));
        table.write();
        if (Fields.text(doors, "complete").equals("false")) {
            say("and by more");
        }
    }
}
