/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.CharMatcher;
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
 * a {@code null} and a string with a control character are refused with a {@link
 * RequestRefusedException} ({@code INVALID}) that names the field. Every getter returns empty if
 * the field is absent.
 */
public final class JsonFields {
    private static final CharMatcher LINE_CONTROLS = CharMatcher.anyOf("\r\n\t");

    private final String prefix;
    private final ObjectNode json;

    private JsonFields(String prefix, ObjectNode json) {
        this.prefix = prefix;
        this.json = json;
    }

    /**
     * Returns the fields of the object.
     *
     * @param known the only fields it may have
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

    /** Returns these fields, with {@code null} taken as absent in those that are named. */
    public JsonFields nullable(String... names) {
        ObjectNode rest = Json.object().setAll(json);
        for (String name : names) {
            if (rest.path(name).isNull()) {
                rest.remove(name);
            }
        }
        return new JsonFields(prefix, rest);
    }

    /** Decides whether the field is there and {@code null}. */
    public boolean isNull(String name) {
        return json.path(name).isNull();
    }

    /** Returns the field's string, which is one line. */
    public Optional<String> text(String name) {
        return field(name, JsonNode::isTextual, "a string").map(value -> oneLine(name, value));
    }

    /**
     * Returns what {@code parse} makes of the field's string; if {@code parse} throws an {@link
     * IllegalArgumentException}, the field is refused with its message.
     */
    public <T> Optional<T> text(String name, Function<String, T> parse) {
        return text(name).map(text -> FieldValue.parse(prefix + name, () -> parse.apply(text)));
    }

    /** Does the same with a string that may have several lines, and tabs. */
    public <T> Optional<T> lines(String name, Function<String, T> parse) {
        Optional<JsonNode> value = field(name, JsonNode::isTextual, "a string");
        value.map(text -> TextNode.valueOf(LINE_CONTROLS.removeFrom(text.textValue())))
                .ifPresent(rest -> oneLine(name, rest));
        return value.map(
                text -> FieldValue.parse(prefix + name, () -> parse.apply(text.textValue())));
    }

    /** Returns the field's list of strings, which may be empty. */
    public Optional<List<String>> texts(String name) {
        return field(name, JsonFields::isListOfStrings, "a list of strings")
                .map(
                        list ->
                                Streams.stream(list)
                                        .map(each -> oneLine(name, each))
                                        .collect(ImmutableList.toImmutableList()));
    }

    private static boolean isListOfStrings(JsonNode value) {
        return value.isArray() && Streams.stream(value).allMatch(JsonNode::isTextual);
    }

    /** Returns the field's {@code true} or {@code false}. */
    public Optional<Boolean> flag(String name) {
        return field(name, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    /** Returns the field's number, which has neither a fraction nor an exponent. */
    public Optional<Long> wholeNumber(String name) {
        return field(
                        name,
                        value -> value.isIntegralNumber() && value.canConvertToLong(),
                        "a whole number")
                .map(JsonNode::longValue);
    }

    /**
     * Returns the fields of the object that is the field's value.
     *
     * @param known the only fields that object may have
     */
    public Optional<JsonFields> object(String name, String... known) {
        return field(name, JsonNode::isObject, "an object")
                .map(ObjectNode.class::cast)
                .map(
                        value ->
                                new JsonFields(prefix + name + ".", value)
                                        .limitedTo(ImmutableSet.copyOf(known)));
    }

    /**
     * Returns the fields of each object in the list that is the field's value.
     *
     * @param known the only fields those objects may have
     */
    public Optional<List<JsonFields>> objects(String name, String... known) {
        return field(name, JsonFields::isListOfObjects, "a list of objects")
                .map(list -> fieldsOfEach(name, list, ImmutableSet.copyOf(known)));
    }

    private List<JsonFields> fieldsOfEach(String name, JsonNode list, Set<String> known) {
        ImmutableList.Builder<JsonFields> each = ImmutableList.builder();
        for (int i = 0; i < list.size(); i++) {
            each.add(
                    new JsonFields(prefix + name + "[" + i + "].", (ObjectNode) list.get(i))
                            .limitedTo(known));
        }
        return each.build();
    }

    private static boolean isListOfObjects(JsonNode value) {
        return value.isArray() && Streams.stream(value).allMatch(JsonNode::isObject);
    }

    /** Refuses the field, for a reason that names it. */
    public RequestRefusedException refusal(String name, String what) {
        return refused(name, what);
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
                            ? "is null; leave it out, or set it to " + expected
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
            throw refused(name, "contains half a character (an unpaired surrogate)");
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
