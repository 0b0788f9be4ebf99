/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.cli.text.AsciiJson;
import org.sharedmailbox.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit}. */
@Command(name = "audit", description = "Shows who did what, newest first.")
public final class AuditCommand extends AdminCommand {
    private static final int PAGE = 1000;
    private static final int LIMIT = 100;

    @Option(names = "--mailbox", paramLabel = "MAILBOX", description = "About this mailbox.")
    private @Nullable String mailbox;

    @Option(names = "--actor", paramLabel = "LOGIN", description = "Done by this login.")
    private @Nullable String actor;

    @Option(
            names = "--action",
            paramLabel = "ACTION",
            description = "Such as delegation.granted or mail.*; several separated by commas.")
    private @Nullable String action;

    @Option(names = "--since", paramLabel = "TIME", description = "From then on.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Before that.")
    private @Nullable String until;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            description = "At most so many, " + LIMIT + " if not given; 0 for all.")
    private @Nullable Integer limit;

    @Option(names = "--csv", description = "Write all of them as CSV, for spreadsheets.")
    private boolean csv;

    @Mixin private final CsvTarget target = new CsvTarget();

    @Override
    protected void run(WebAdmin webAdmin) throws IOException {
        requireOneForm();
        if (csv) {
            target.download(webAdmin, path(), out());
            target.file().ifPresent(file -> say("The entries are in " + file));
        } else {
            list(webAdmin, limit == null ? LIMIT : limit);
        }
    }

    private void requireOneForm() {
        if (limit != null && limit < 0) {
            throw CommandFailedException.misused("--limit is a number of entries, or 0 for all");
        }
        if (csv && (isJson() || limit != null)) {
            throw CommandFailedException.misused(
                    "--csv writes all that is asked for: leave out --json and --limit, and narrow"
                            + " it down with --since and --until");
        }
        if (!csv && target.file().isPresent()) {
            throw CommandFailedException.misused("A file is written as CSV: add --csv to --to");
        }
    }

    private void list(WebAdmin webAdmin, int most) {
        Table table =
                new Table(
                        out(), "AT", "ACTOR", "ACTION", "MAILBOX", "SUBJECT", "SOURCE", "DETAILS");
        Optional<String> cursor = Optional.empty();
        int left = most == 0 ? Integer.MAX_VALUE : most;
        do {
            JsonObject page =
                    webAdmin.get(
                            path().with("limit", Integer.toString(Math.min(left, PAGE)))
                                    .with("cursor", cursor));
            for (JsonObject entry : Fields.objects(page, "items")) {
                write(entry, table);
                left--;
            }
            table.write();
            cursor = Fields.value(page, "nextCursor").map(JsonElement::getAsString);
        } while (cursor.isPresent() && left > 0);
        if (cursor.isPresent()) {
            err().println("There are older ones: --limit 0 shows all");
        }
    }

    private RequestPath path() {
        return RequestPath.of("delegation-audit")
                .with("mailbox", Optional.ofNullable(mailbox))
                .with("actor", Optional.ofNullable(actor))
                .with("action", Optional.ofNullable(action))
                .with("since", Optional.ofNullable(since))
                .with("until", Optional.ofNullable(until));
    }

    /** As JSON each is a line of its own: the log has no end that one could wait for. */
    private void write(JsonObject entry, Table table) {
        if (isJson()) {
            out().println(AsciiJson.of(entry));
            return;
        }
        table.add(
                Fields.time(entry, "at"),
                Fields.text(entry, "actor"),
                Fields.text(entry, "action"),
                Fields.text(entry, "mailbox"),
                Fields.text(entry, "subject"),
                Fields.text(entry, "source"),
                details(entry));
    }

    private static String details(JsonObject entry) {
        return Fields.value(entry, "details")
                .map(details -> details.getAsJsonObject().entrySet().stream())
                .map(
                        details ->
                                details.map(
                                                detail ->
                                                        detail.getKey()
                                                                + "="
                                                                + text(detail.getValue()))
                                        .collect(Collectors.joining(" ")))
                .orElse("");
    }

    private static String text(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }
}
