/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which delegations are meant: one, all of a delegate, or all on a mailbox. */
final class Chosen {
    @Parameters(
            arity = "0..2",
            paramLabel = "OWNER DELEGATE",
            hideParamSyntax = true,
            description = "The mailbox and the delegate: the one delegation between them.")
    private List<String> pair = List.of();

    @Option(
            names = "--delegate",
            paramLabel = "USER",
            description = "All that this user holds, on whichever mailboxes.")
    private @Nullable String delegate;

    @Option(
            names = "--owner",
            paramLabel = "MAILBOX",
            description = "All on this mailbox, whoever holds them.")
    private @Nullable String owner;

    /**
     * Returns the one delegation that is named; empty if many are.
     *
     * @throws CommandFailedException if both are, or neither
     */
    Optional<RequestPath> one() {
        int named = (pair.isEmpty() ? 0 : 1) + (delegate == null ? 0 : 1) + (owner == null ? 0 : 1);
        if (named != 1 || !(pair.isEmpty() || pair.size() == 2)) {
            throw CommandFailedException.misused(
                    "Name OWNER and DELEGATE, or --delegate USER, or --owner MAILBOX");
        }
        return pair.isEmpty()
                ? Optional.empty()
                : Optional.of(RequestPath.of("delegations", pair.get(0), pair.get(1)));
    }

    /** Returns the path with the parameter that says which are meant, where many are. */
    RequestPath many(RequestPath path) {
        return path.with("delegate", Optional.ofNullable(delegate))
                .with("owner", Optional.ofNullable(owner));
    }

    /** Returns the paths of the many that are there now. */
    List<RequestPath> paths(WebAdmin webAdmin) {
        List<RequestPath> paths = new ArrayList<>();
        new Pages(webAdmin, many(RequestPath.of("delegations")))
                .forEach(page -> page.forEach(delegation -> paths.add(path(delegation))));
        return paths;
    }

    /**
     * @throws CommandFailedException if none is there: whoever has mistyped a name should learn it
     */
    void requireAny(WebAdmin webAdmin) {
        JsonObject first = webAdmin.get(many(RequestPath.of("delegations")).with("limit", "1"));
        if (Fields.objects(first, "items").isEmpty()) {
            throw none();
        }
    }

    /** Says that none is there. */
    CommandFailedException none() {
        return CommandFailedException.refused(
                "There is no delegation " + this + ": is the address right?");
    }

    private static RequestPath path(JsonObject delegation) {
        return RequestPath.of(
                "delegations",
                Fields.text(delegation, "owner"),
                Fields.text(delegation, "delegate"));
    }

    @Override
    public String toString() {
        if (delegate != null) {
            return "that " + delegate + " holds";
        }
        return owner != null ? "on " + owner : "of " + pair.get(1) + " on " + pair.get(0);
    }
}
