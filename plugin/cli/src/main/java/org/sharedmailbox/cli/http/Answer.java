/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;

/** What WebAdmin has answered. */
public final class Answer {
    private final WebAdminUrl from;
    private final int status;
    private final String text;

    Answer(WebAdminUrl from, int status, String text) {
        this.from = from;
        this.status = status;
        this.text = text;
    }

    /** Returns the status of HTTP. */
    public int status() {
        return status;
    }

    /** Whether the request was done. */
    boolean isAcceptance() {
        return status >= 200 && status <= 299;
    }

    /** Whether something was made that was not there. */
    public boolean isCreated() {
        return status == 201;
    }

    /**
     * Returns the JSON object that it is.
     *
     * @throws CommandFailedException if it is none
     */
    public JsonObject json() {
        return object().orElseThrow(() -> Refusals.noWebAdmin(from));
    }

    /** Returns the JSON object that it is; empty if it is none. */
    public Optional<JsonObject> object() {
        try {
            return Optional.of(JsonParser.parseString(text))
                    .filter(JsonElement::isJsonObject)
                    .map(JsonElement::getAsJsonObject);
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }
}
