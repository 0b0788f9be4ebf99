/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a schema of the API's description asks of a value. Immutable. */
final class Shape {
    private final Schema<?> schema;

    Shape(Schema<?> schema) {
        this.schema = schema;
    }

    /** Returns what is wrong with a value that a query has. */
    Stream<String> problemsOfText(String place, String text) {
        return problems(place, new ScalarShape(schema).read(text));
    }

    /**
     * Returns what is wrong with a value of a body.
     *
     * @param place where it is, for the messages
     */
    Stream<String> problems(String place, JsonElement value) {
        if (value.isJsonNull()) {
            return Boolean.TRUE.equals(schema.getNullable())
                    ? Stream.empty()
                    : Stream.of(place + " may not be null");
        }
        Stream<String> ofParts =
                Optional.ofNullable(schema.getAllOf()).orElse(List.of()).stream()
                        .flatMap(part -> new Shape(part).problems(place, value));
        return Stream.concat(ofParts, own(place, value));
    }

    private Stream<String> own(String place, JsonElement value) {
        switch (Optional.ofNullable(schema.getType()).orElse("")) {
            case "object":
                return value.isJsonObject()
                        ? ofObject(place, value.getAsJsonObject())
                        : Stream.of(place + " is no object");
            case "array":
                return value.isJsonArray()
                        ? IntStream.range(0, value.getAsJsonArray().size())
                                .boxed()
                                .flatMap(
                                        index ->
                                                new Shape(schema.getItems())
                                                        .problems(
                                                                place + "[" + index + "]",
                                                                value.getAsJsonArray().get(index)))
                        : Stream.of(place + " is no array");
            default:
                return value.isJsonPrimitive()
                                && new ScalarShape(schema).allows(value.getAsJsonPrimitive())
                        ? Stream.empty()
                        : Stream.of(place + " may not be " + value);
        }
    }

    private Stream<String> ofObject(String place, JsonObject object) {
        Map<String, ?> properties = Optional.ofNullable(schema.getProperties()).orElse(Map.of());
        Stream<String> lacking =
                Optional.ofNullable(schema.getRequired()).orElse(List.of()).stream()
                        .filter(name -> !object.has(name))
                        .map(name -> place + " lacks " + name);
        Stream<String> ofProperties =
                object.entrySet().stream()
                        .flatMap(
                                entry ->
                                        properties.containsKey(entry.getKey())
                                                ? new Shape(
                                                                (Schema<?>)
                                                                        properties.get(
                                                                                entry.getKey()))
                                                        .problems(
                                                                place + "." + entry.getKey(),
                                                                entry.getValue())
                                                : Stream.of(place + " has no " + entry.getKey()));
        return Stream.concat(lacking, ofProperties);
    }
}
