/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import picocli.CommandLine.Mixin;

/** Suspends or resumes. */
abstract class SuspensionCommand extends AdminCommand {
    @Mixin private final Chosen chosen = new Chosen();

    private final String action;
    private final String done;

    /**
     * @param action what WebAdmin calls it
     * @param done how it is told
     */
    SuspensionCommand(String action, String done) {
        this.action = action;
        this.done = done;
    }

    @Override
    protected final void run(WebAdmin webAdmin) {
        Optional<RequestPath> one = chosen.one();
        JsonObject answer =
                webAdmin.post(
                        one.orElseGet(() -> chosen.many(RequestPath.of("delegations")))
                                .with("action", action));
        if (one.isEmpty() && Fields.text(answer, "changed").equals("0")) {
            chosen.requireAny(webAdmin);
        }
        answer(answer);
        say(
                one.isPresent()
                        ? "The delegation " + chosen + " is " + Fields.text(answer, "state")
                        : done + ": " + Fields.text(answer, "changed") + " of those " + chosen);
    }
}
