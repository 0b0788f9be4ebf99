/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Optional;
import org.sharedmailbox.cli.http.CommandFailedException;

/** The faults of all parts of a file, which are told at once. Not thread-safe. */
final class PartFaults {
    private static final String ERRORS = "errors";

    private final JsonArray faults = new JsonArray();

    /**
     * Adds those that a part was refused for.
     *
     * @throws CommandFailedException if it was refused for something else
     */
    void add(CommandFailedException refusal) {
        Optional<JsonArray> errors =
                refusal.answer()
                        .map(answer -> JsonParser.parseString(answer).getAsJsonObject())
                        .filter(answer -> answer.has(ERRORS) && answer.get(ERRORS).isJsonArray())
                        .map(answer -> answer.getAsJsonArray(ERRORS));
        faults.addAll(errors.orElseThrow(() -> refusal));
    }

    /** Adds one that was found here. */
    void add(long line, String field, String message) {
        JsonObject fault = new JsonObject();
        fault.addProperty("line", line);
        fault.addProperty("field", field);
        fault.addProperty("message", message);
        faults.add(fault);
    }

    int size() {
        return faults.size();
    }

    /**
     * @throws CommandFailedException with all of them, if there are any
     */
    void refuse() {
        if (faults.size() > 0) {
            String message =
                    (faults.size() == 1 ? "1 delegation" : faults.size() + " delegations")
                            + " cannot be granted, so nothing was changed";
            JsonObject answer = new JsonObject();
            answer.addProperty("message", message);
            answer.add(ERRORS, faults);
            throw CommandFailedException.refused(message, answer.toString());
        }
    }
}
