/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.sharedmailbox.failure.RequestRefusedException;

/** Reads and writes JSON, strictly: no field twice, nothing after the end. */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final String DUPLICATE = "Duplicate field ";

    private Json() {}

    /** Returns an empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Returns the tree as text. */
    public static String write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree cannot be written as JSON", e);
        }
    }

    /**
     * Reads a JSON object.
     *
     * @throws RequestRefusedException ({@code INVALID}) if the text is anything else
     */
    public static ObjectNode parseObject(String text) {
        JsonNode json = parse(text);
        if (json instanceof ObjectNode) {
            return (ObjectNode) json;
        }
        throw refused("The body must be a JSON object, e.g. {}");
    }

    /**
     * Reads a JSON array.
     *
     * @throws RequestRefusedException ({@code INVALID}) if the text is anything else
     */
    public static ArrayNode parseArray(String text) {
        JsonNode json = parse(text);
        if (json instanceof ArrayNode) {
            return (ArrayNode) json;
        }
        throw refused("The body must be a JSON array, e.g. []");
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            // Jackson's own message may quote the body, and the body may hold a password.
            throw refused(
                    duplicate(e)
                            .map(name -> "The body has the field " + name + " twice")
                            .orElse("The body is not valid JSON" + placeOf(e)));
        }
    }

    private static Optional<String> duplicate(JsonProcessingException e) {
        return Optional.of(e)
                .filter(JsonParseException.class::isInstance)
                .map(JsonProcessingException::getOriginalMessage)
                .filter(message -> message.startsWith(DUPLICATE))
                .map(message -> message.substring(DUPLICATE.length()));
    }

    private static String placeOf(JsonProcessingException e) {
        return Optional.ofNullable(e.getLocation())
                .map(at -> String.format(" (line %d, column %d)", at.getLineNr(), at.getColumnNr()))
                .orElse("");
    }

    private static RequestRefusedException refused(String message) {
        return RequestRefusedException.invalid(RequestBody.FIELD, message);
    }
}
