/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.admin.AdminCommand;
import org.sharedmailbox.cli.admin.Confirmation;
import org.sharedmailbox.cli.admin.Fields;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}. */
@Command(
        name = "import",
        description = {
            "Grants all delegations of a CSV, or of a JSON array: all, or none if any is faulty. A"
                    + " CSV of more than 20,000 is looked through first, then granted in parts of"
                    + " 5,000 lines, of each of which all or none are granted."
        })
public final class ImportCommand extends AdminCommand {
    @Parameters(
            paramLabel = "FILE",
            description = "What export writes, or a spreadsheet has saved.")
    private Path path = Path.of("");

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--exact",
            description =
                    "The file has all delegations of --owner or --domain: revoke those that are"
                            + " not in it.")
    private boolean exact;

    @Option(names = "--owner", paramLabel = "MAILBOX", description = "With --exact.")
    private @Nullable String owner;

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "With --exact.")
    private @Nullable String domain;

    @Mixin private final Confirmation confirmation = new Confirmation();

    @Override
    protected void run(WebAdmin webAdmin) throws IOException {
        RequestPath request = request();
        DelegationFile file = DelegationFile.at(path);
        if (exact && file.isInParts()) {
            throw CommandFailedException.misused(
                    "--exact takes at most 20,000 lines, or 16 MiB: import owner by owner");
        }
        Upload upload = new Upload(webAdmin, file, err());
        try {
            if (file.isInParts()) {
                RepeatedPairs.refuse(path);
            }
            if (dryRun) {
                answer(upload.tried(request), "Dry run, nothing was changed: ");
                return;
            }
            if (file.isInParts()) {
                upload.tried(request);
            }
            answer(
                    upload.done(
                            exact ? request.with("maxRevoked", agreed(upload, request)) : request),
                    "");
        } catch (CommandFailedException e) {
            if (!isJson()) {
                Faults.show(e, err());
            }
            throw e;
        }
    }

    private RequestPath request() {
        int scopes = (owner == null ? 0 : 1) + (domain == null ? 0 : 1);
        if (scopes != (exact ? 1 : 0)) {
            throw CommandFailedException.misused(
                    "--exact goes together with either --owner or --domain, and they with it");
        }
        RequestPath request = RequestPath.of("delegations");
        return exact
                ? request.with("mode", "exact")
                        .with("owner", Optional.ofNullable(owner))
                        .with("domain", Optional.ofNullable(domain))
                : request;
    }

    /** Returns how many delegations may be revoked, once somebody has agreed to so many. */
    private String agreed(Upload upload, RequestPath request) throws IOException {
        String revoked = Fields.text(upload.tried(request), "revoked");
        if (!revoked.equals("0")) {
            confirmation.require(
                    "Revoke the " + revoked + " delegations that are not in " + path + "?");
        }
        return revoked;
    }

    private void answer(JsonObject answer, String before) {
        answer(answer);
        Fields.objects(answer, "wouldRevoke")
                .forEach(
                        one ->
                                say(
                                        "Would be revoked: "
                                                + Fields.text(one, "delegate")
                                                + " on "
                                                + Fields.text(one, "owner")));
        say(
                String.format(
                        "%s created, %s changed, %s unchanged%s",
                        before + Fields.text(answer, "created"),
                        Fields.text(answer, "changed"),
                        Fields.text(answer, "unchanged"),
                        exact ? ", " + Fields.text(answer, "revoked") + " revoked" : ""));
    }
}
