/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code revoke}. */
@Command(
        name = "revoke",
        description = "Ends delegations for good, at once and in open sessions too.")
public final class RevokeCommand extends AdminCommand {
    @Mixin private final Chosen chosen = new Chosen();
    @Mixin private final Confirmation confirmation = new Confirmation();

    @Override
    protected void run(WebAdmin webAdmin) {
        Optional<RequestPath> one = chosen.one();
        List<RequestPath> paths =
                one.isPresent() ? List.of(existing(webAdmin, one.get())) : chosen.paths(webAdmin);
        if (paths.isEmpty()) {
            throw chosen.none();
        }
        confirmation.require(
                one.isPresent()
                        ? "Revoke the delegation " + chosen + "?"
                        : "Revoke all " + paths.size() + " delegations " + chosen + "?");
        revoke(webAdmin, paths);
        JsonObject answer = new JsonObject();
        answer.addProperty("revoked", paths.size());
        answer(answer);
        say("Revoked: " + paths.size() + (paths.size() == 1 ? " delegation" : " delegations"));
    }

    private void revoke(WebAdmin webAdmin, List<RequestPath> paths) {
        int revoked = 0;
        try {
            for (RequestPath path : paths) {
                webAdmin.delete(path);
                revoked++;
            }
        } catch (CommandFailedException e) {
            if (paths.size() > 1) {
                err().printf(
                                "%d of %d are revoked; run it again for the rest%n",
                                revoked, paths.size());
            }
            throw e;
        }
    }

    /** WebAdmin accepts that nothing is there; whoever has mistyped a name should learn it. */
    private static RequestPath existing(WebAdmin webAdmin, RequestPath path) {
        webAdmin.get(path);
        return path;
    }
}
