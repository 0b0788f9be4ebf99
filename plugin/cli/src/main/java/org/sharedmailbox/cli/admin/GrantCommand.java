/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.http.Answer;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grant}. */
@Command(
        name = "grant",
        description = {
            "Gives a delegate rights on a mailbox, or replaces all that they had on it: what is not"
                    + " named returns to its default."
        })
public final class GrantCommand extends AdminCommand {
    @Parameters(index = "0", paramLabel = "OWNER", description = "The mailbox, e.g. support@…")
    private String owner = "";

    @Parameters(index = "1", paramLabel = "DELEGATE", description = "Who gets the rights.")
    private String delegate = "";

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "RIGHT",
            completionCandidates = RightNames.class,
            description =
                    "${COMPLETION-CANDIDATES}; none for what the type of the shared mailbox"
                            + " gives.")
    private List<String> rights = List.of();

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Only here, and in what lies below; can be given several times.")
    private List<String> folders = List.of();

    @Option(
            names = "--access",
            paramLabel = "'LETTERS FOLDER'",
            description =
                    "Letters of RFC 4314 in a folder, instead of rights to mail: 'lrs INBOX', 'lr"
                            + " Projects.*' (with subfolders), 'lr *' (everywhere), ' Salary.*'"
                            + " (nothing there); can be given several times.")
    private List<String> access = List.of();

    @Option(names = "--from", paramLabel = "TIME", description = "When it begins, with an offset.")
    private @Nullable String from;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "The first moment at which it no longer holds: 2027-01-07T00:00:00+01:00.")
    private @Nullable String until;

    @Option(names = "--note", paramLabel = "TEXT", description = "For those who look at it later.")
    private @Nullable String note;

    @Option(
            names = "--notify",
            paramLabel = "WHOM",
            description = "Who is told by mail: none, delegate, all.")
    private @Nullable String whom;

    @Option(
            names = "--no-subscribe",
            description = "Leave it to the delegate to subscribe the folders.")
    private boolean unsubscribed;

    @Option(
            names = "--reply-subject",
            paramLabel = "TEXT",
            description = "Has James answer for the owner of a personal mailbox meanwhile.")
    private @Nullable String replySubject;

    @Option(
            names = "--reply-file",
            paramLabel = "FILE",
            description = "The text of that answer, in UTF-8.")
    private @Nullable Path replyFile;

    @Override
    protected void run(WebAdmin webAdmin) throws IOException {
        Answer answer = webAdmin.put(RequestPath.of("delegations", owner, delegate), request());
        JsonObject delegation = answer.json();
        answer(delegation);
        say(
                String.format(
                        "%s: %s on %s, folders: %s, %s",
                        answer.isCreated() ? "Granted" : "Changed",
                        Fields.text(delegation, "delegate")
                                + " has "
                                + DelegationRow.rights(delegation),
                        Fields.text(delegation, "owner"),
                        DelegationRow.folders(delegation),
                        Fields.text(delegation, "state")));
    }

    private JsonObject request() throws IOException {
        JsonObject request = new JsonObject();
        if (!rights.isEmpty()) {
            request.add(
                    "rights",
                    Fields.array(
                            rights.stream()
                                    .map(right -> right.replace('-', '_'))
                                    .map(right -> right.toUpperCase(Locale.ROOT))
                                    .collect(Collectors.toList())));
        }
        if (!folders.isEmpty()) {
            request.add("folders", Fields.array(folders));
        }
        if (!access.isEmpty()) {
            JsonArray entries = new JsonArray();
            access.forEach(entry -> entries.add(Entry.parse(entry).json()));
            request.add("access", entries);
        }
        add(request, "notBefore", from);
        add(request, "notAfter", until);
        add(request, "note", note);
        add(request, "notify", whom);
        if (unsubscribed) {
            request.addProperty("subscribe", false);
        }
        if (replySubject != null || replyFile != null) {
            request.add("autoReply", reply());
        }
        return request;
    }

    private JsonObject reply() throws IOException {
        if (replySubject == null || replyFile == null) {
            throw CommandFailedException.misused("--reply-subject and --reply-file go together");
        }
        JsonObject reply = new JsonObject();
        reply.addProperty("subject", replySubject);
        reply.addProperty("text", text(replyFile).stripTrailing());
        return reply;
    }

    private static String text(Path file) throws IOException {
        if (!Files.exists(file) || Files.isDirectory(file)) {
            throw CommandFailedException.misused("There is no file " + file);
        }
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw CommandFailedException.misused(file + " is not in UTF-8: write it anew");
        }
    }

    private static void add(JsonObject request, String field, @Nullable String value) {
        if (value != null) {
            request.addProperty(field, value);
        }
    }
}
