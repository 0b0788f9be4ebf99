/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;

/** Adds up what several requests have answered. */
final class Totals {
    private Totals() {}

    /** Returns the answers as if they were one: numbers are added. */
    static JsonObject sum(JsonObject one, JsonObject other) {
        JsonObject sum = one.deepCopy();
        for (Map.Entry<String, JsonElement> field : other.entrySet()) {
            JsonElement before = sum.get(field.getKey());
            sum.add(
                    field.getKey(),
                    before == null ? field.getValue() : sum(before, field.getValue()));
        }
        return sum;
    }

    private static JsonElement sum(JsonElement one, JsonElement other) {
        return new JsonPrimitive(one.getAsLong() + other.getAsLong());
    }
}
