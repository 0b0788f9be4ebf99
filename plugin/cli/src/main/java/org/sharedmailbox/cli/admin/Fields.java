/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads fields of WebAdmin's JSON as people read them; what is absent or null is empty. */
public final class Fields {
    private Fields() {}

    /** Returns the text of a field, or {@code ""}. */
    public static String text(JsonObject json, String field) {
        return value(json, field).map(JsonElement::getAsString).orElse("");
    }

    /** Returns the texts of a list. */
    public static List<String> texts(JsonObject json, String field) {
        return items(json, field).stream()
                .map(JsonElement::getAsString)
                .collect(Collectors.toList());
    }

    /** Returns the objects of a list. */
    public static List<JsonObject> objects(JsonObject json, String field) {
        return items(json, field).stream()
                .map(JsonElement::getAsJsonObject)
                .collect(Collectors.toList());
    }

    /** Returns a time to the second, as in {@code 2026-08-31T22:00:00Z}, or {@code ""}. */
    public static String time(JsonObject json, String field) {
        return text(json, field).replaceFirst("\\.\\d+", "");
    }

    /** Returns a list of these texts, for a request. */
    public static JsonArray array(Collection<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static List<JsonElement> items(JsonObject json, String field) {
        return value(json, field)
                .map(list -> StreamSupport.stream(list.getAsJsonArray().spliterator(), false))
                .map(items -> items.collect(Collectors.toList()))
                .orElse(List.of());
    }

    static Optional<JsonElement> value(JsonObject json, String field) {
        return Optional.ofNullable(json.get(field)).filter(value -> !value.isJsonNull());
    }
}
