/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;

/** Says in one sentence why WebAdmin has refused a request. */
final class Refusals {
    private Refusals() {}

    /**
     * @param identified whether the request had a token or a password
     */
    static CommandFailedException of(Answer answer, WebAdminUrl webAdmin, boolean identified) {
        Optional<JsonObject> error = answer.object();
        String sentence = sentence(answer.status(), error, webAdmin, identified);
        return error.isPresent()
                ? CommandFailedException.refused(sentence, error.get().toString())
                : CommandFailedException.refused(sentence);
    }

    private static String sentence(
            int status, Optional<JsonObject> error, WebAdminUrl webAdmin, boolean identified) {
        if (status == 401) {
            return identified
                    ? "WebAdmin at "
                            + webAdmin
                            + " does not accept this token or password: is it of this server, and"
                            + " has it not run out?"
                    : "WebAdmin at "
                            + webAdmin
                            + " asks who you are: use --token-file or --password-file";
        }
        Optional<String> message = error.flatMap(json -> text(json, "message"));
        if (status == 404 && isOfJames(message)) {
            return "WebAdmin at "
                    + webAdmin
                    + " does not know this request: are the plugin's four routes in"
                    + " extensions.routes of webadmin.properties?";
        }
        return message.map(text -> asCommands(text) + details(error))
                .orElseGet(
                        () ->
                                "WebAdmin at "
                                        + webAdmin
                                        + " answers "
                                        + status
                                        + "; the log of James says why");
    }

    /** What accepts a request, and sends something else than WebAdmin does. */
    static CommandFailedException noWebAdmin(WebAdminUrl url) {
        return CommandFailedException.refused(
                "What answers there is no WebAdmin, for it sends something else: is "
                        + url.named()
                        + " right?");
    }

    /** Returns whether the plugin knows the path, and has nothing there. */
    static boolean saysThatNothingIsThere(Answer answer) {
        return answer.status() == 404
                && !isOfJames(answer.object().flatMap(json -> text(json, "message")));
    }

    /** What James says of paths that it does not know, and other servers say in other words. */
    private static boolean isOfJames(Optional<String> message) {
        return message.filter(text -> !text.endsWith(" can not be found")).isEmpty();
    }

    /** What WebAdmin tells to request is a command here. */
    private static String asCommands(String message) {
        return message.replaceFirst(
                        "with PUT /shared-mailboxes/(\\S+)$", "with 'mailbox create $1'")
                .replaceFirst("with PUT /delegations/([^/\\s]+)/(\\S+)$", "with 'grant $1 $2'")
                .replaceFirst(
                        "\\(POST /shared-mailboxes/([^?\\s]+)\\?action=convert\\)",
                        "('mailbox convert $1')");
    }

    private static String details(Optional<JsonObject> error) {
        return error.flatMap(json -> text(json, "details")).map(text -> ": " + text).orElse("");
    }

    private static Optional<String> text(JsonObject json, String field) {
        return Optional.ofNullable(json.get(field))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }
}
