/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.server;

import java.util.ArrayList;
import java.util.List;
import org.sharedmailbox.cli.http.Answer;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.cli.install.part.Finding;
import org.sharedmailbox.cli.install.part.Status;

/** Asks a running server for its health, and for each of the plugin's routes. */
public final class ServerCheck {
    private static final RequestPath HEALTH =
            RequestPath.of("healthcheck", "checks", "SharedMailboxes");

    private final WebAdmin webAdmin;

    private ServerCheck(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    /** Returns what was found; that it does not answer, if it does not. */
    public static List<Finding> of(WebAdmin webAdmin) {
        return new ServerCheck(webAdmin).findings();
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try {
            findings.add(health());
            for (Route route : routes()) {
                findings.add(ask(route));
            }
        } catch (CommandFailedException e) {
            findings.add(Finding.of(Status.MISSING, "server", webAdmin.toString(), sentence(e)));
        }
        return findings;
    }

    /** Returns the routes, and what they answer if they are there. No domain is called "-". */
    private static List<Route> routes() {
        return List.of(
                new Route(RequestPath.of("shared-mailboxes", "types").with("limit", "1"), 200),
                new Route(RequestPath.of("delegations").with("limit", "1"), 200),
                new Route(RequestPath.of("delegation-policies", "-"), 400),
                new Route(RequestPath.of("delegation-audit").with("limit", "1"), 200));
    }

    private Finding health() {
        Answer answer = webAdmin.ask(HEALTH);
        if (isUnknown(answer)) {
            return finding(
                    Status.MISSING,
                    "health",
                    HEALTH,
                    "the running server does not know the plugin's health check; restart it");
        }
        return answer.object()
                .flatMap(HealthAnswer::of)
                .map(this::judged)
                .orElseGet(() -> unexpected(HEALTH, answer));
    }

    private Finding judged(HealthAnswer health) {
        return health.isHealthy()
                ? finding(Status.OK, "health", HEALTH, "healthy")
                : finding(Status.DANGEROUS, "health", HEALTH, health.toString());
    }

    private Finding ask(Route route) {
        Answer answer = webAdmin.ask(route.path);
        if (answer.status() == route.status && answer.object().isPresent()) {
            return finding(Status.OK, "route", route.path, "is there");
        }
        return isUnknown(answer)
                ? finding(
                        Status.MISSING,
                        "route",
                        route.path,
                        "the running server does not know it; restart it if extensions.routes is"
                                + " complete")
                : unexpected(route.path, answer);
    }

    /** James says it in JSON; others are no James. */
    private static boolean isUnknown(Answer answer) {
        return answer.status() == 404 && answer.object().isPresent();
    }

    private Finding unexpected(RequestPath path, Answer answer) {
        return finding(Status.MISSING, "server", path, sentence(webAdmin.refusal(answer)));
    }

    private static String sentence(CommandFailedException e) {
        return String.valueOf(e.getMessage());
    }

    private Finding finding(Status status, String code, RequestPath path, String message) {
        return Finding.of(status, code, webAdmin + path.toString(), message);
    }

    /** A path, and the status of the answer if it is served. */
    private static final class Route {
        private final RequestPath path;
        private final int status;

        Route(RequestPath path, int status) {
            this.path = path;
            this.status = status;
        }
    }
}
