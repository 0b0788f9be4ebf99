/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a schema of the API's description asks of a value. "…" stands for what a page leaves out.
 * Immutable.
 */
final class Shape {
    private static final JsonElement LEFT_OUT = new JsonPrimitive("…");

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
        if (value.equals(LEFT_OUT)) {
            return Stream.empty();
        }
        if (value.isJsonNull()) {
            return Boolean.TRUE.equals(schema.getNullable())
                    ? Stream.empty()
                    : Stream.of(place + " may not be null");
        }
        switch (type()) {
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
        Stream<String> lacking =
                parts().map(Schema::getRequired)
                        .filter(required -> required != null)
                        .flatMap(List::stream)
                        .filter(name -> !object.has(name) && !object.has(LEFT_OUT.getAsString()))
                        .map(name -> place + " lacks " + name);
        Stream<String> ofProperties =
                object.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(LEFT_OUT.getAsString()))
                        .flatMap(entry -> ofProperty(place, entry));
        return Stream.concat(lacking, ofProperties);
    }

    /** Returns the schema and all of which it consists. */
    private Stream<Schema<?>> parts() {
        return Stream.concat(
                Stream.of(schema),
                Optional.ofNullable(schema.getAllOf()).orElse(List.of()).stream()
                        .flatMap(part -> new Shape(part).parts()));
    }

    private String type() {
        return parts().map(Schema::getType).filter(type -> type != null).findFirst().orElse("");
    }

    private Stream<String> ofProperty(String place, Map.Entry<String, JsonElement> entry) {
        return property(entry.getKey())
                .map(
                        found ->
                                new Shape(found)
                                        .problems(place + "." + entry.getKey(), entry.getValue()))
                .orElseGet(() -> Stream.of(place + " has no " + entry.getKey()));
    }

    /** Returns what is said of a property: by its name, or of all those without a name. */
    private Optional<Schema<?>> property(String name) {
        Stream<Schema<?>> named =
                parts().map(Schema::getProperties)
                        .filter(properties -> properties != null)
                        .filter(properties -> properties.containsKey(name))
                        .map(properties -> properties.get(name));
        Stream<Schema<?>> others =
                parts().map(Schema::getAdditionalProperties)
                        .filter(Schema.class::isInstance)
                        .map(other -> (Schema<?>) other);
        return Stream.concat(named, others).findFirst();
    }
}
