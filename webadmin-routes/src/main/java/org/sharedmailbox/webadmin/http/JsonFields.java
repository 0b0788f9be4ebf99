/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sharedmailbox.failure.RequestRefusedException;

/**
 * The fields of a JSON object. Nothing is guessed: an unknown field, a value of another JSON type,
 * a {@code null} and a text with a control character are refused with a {@link
 * RequestRefusedException} ({@code INVALID}) that names the field.
 */
public final class JsonFields {
    private final String prefix;
    private final ObjectNode json;

    private JsonFields(String prefix, ObjectNode json) {
        this.prefix = prefix;
        this.json = json;
    }

    /**
     * @param known the fields that there are
     */
    public static JsonFields of(ObjectNode json, String... known) {
        return new JsonFields("", json).limitedTo(ImmutableSet.copyOf(known));
    }

    private JsonFields limitedTo(Set<String> known) {
        Streams.stream(json.fieldNames())
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw RequestRefusedException.invalid(
                                    prefix + name,
                                    String.format(
                                            "There is no field %s; the fields are %s",
                                            Quoted.of(prefix + name),
                                            known.stream()
                                                    .map(each -> prefix + each)
                                                    .collect(Collectors.joining(", "))));
                        });
        return this;
    }

    /** These fields; where a named one is {@code null}, that is as good as absent. */
    public JsonFields nullable(String... names) {
        ObjectNode rest = Json.object().setAll(json);
        for (String name : names) {
            if (rest.path(name).isNull()) {
                rest.remove(name);
            }
        }
        return new JsonFields(prefix, rest);
    }

    public boolean isNull(String name) {
        return json.path(name).isNull();
    }

    public Optional<String> text(String name) {
        return field(name, JsonNode::isTextual, "a text").map(value -> oneLine(name, value));
    }

    /** The text as {@code parse} understands it; an IllegalArgumentException of it refuses. */
    public <T> Optional<T> text(String name, Function<String, T> parse) {
        return text(name).map(text -> FieldValue.of(prefix + name, () -> parse.apply(text)));
    }

    /** A list of texts, which may be empty. */
    public Optional<List<String>> texts(String name) {
        return field(name, JsonFields::isListOfTexts, "a list of texts")
                .map(
                        list ->
                                Streams.stream(list)
                                        .map(each -> oneLine(name, each))
                                        .collect(ImmutableList.toImmutableList()));
    }

    private static boolean isListOfTexts(JsonNode value) {
        return value.isArray() && Streams.stream(value).allMatch(JsonNode::isTextual);
    }

    public Optional<Boolean> flag(String name) {
        return field(name, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    public Optional<Long> wholeNumber(String name) {
        return field(
                        name,
                        value -> value.isIntegralNumber() && value.canConvertToLong(),
                        "a whole number")
                .map(JsonNode::longValue);
    }

    /**
     * @param known the fields that there are in that object
     */
    public Optional<JsonFields> object(String name, String... known) {
        return field(name, JsonNode::isObject, "an object")
                .map(ObjectNode.class::cast)
                .map(
                        value ->
                                new JsonFields(prefix + name + ".", value)
                                        .limitedTo(ImmutableSet.copyOf(known)));
    }

    private Optional<JsonNode> field(String name, Predicate<JsonNode> fits, String expected) {
        JsonNode value = json.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!fits.test(value)) {
            throw refused(
                    name,
                    value.isNull()
                            ? "is null; leave it out, or give it " + expected
                            : "must be " + expected);
        }
        return Optional.of(value);
    }

    private String oneLine(String name, JsonNode value) {
        String text = value.textValue();
        if (text.codePoints().anyMatch(JsonFields::breaksLines)) {
            throw refused(name, "contains a control character or a line break");
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw refused(name, "contains half a character (a surrogate without its pair)");
        }
        return text;
    }

    private static boolean breaksLines(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    private RequestRefusedException refused(String name, String what) {
        return RequestRefusedException.invalid(
                prefix + name, String.format("'%s%s' %s", prefix, name, what));
    }
}
