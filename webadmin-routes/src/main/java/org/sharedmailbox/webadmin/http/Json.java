/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.failure.RequestRefusedException;

/** Reads and writes JSON, strictly: no field twice, nothing after the end, within bounds. */
public final class Json {
    /** Names of fields are not kept for later: they may be anybody's. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                                    .build())
                    .build();

    private static final String DUPLICATE = "Duplicate field ";

    /** What is done with a parser that stands on the first token of the text, if it has one. */
    private interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

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
     * @return the object, or empty if there is nothing in the text but white space
     * @throws RequestRefusedException ({@code INVALID}) if the text is anything else
     */
    static Optional<ObjectNode> parseObject(Reader text) {
        return parse(
                text,
                parser -> {
                    if (parser.currentToken() == null) {
                        return Optional.empty();
                    }
                    require(parser, JsonToken.START_OBJECT, "object, e.g. {}");
                    return Optional.of((ObjectNode) JsonTree.read(parser));
                });
    }

    /**
     * Reads a JSON array element by element, and keeps none.
     *
     * @param action takes each element and its place in the array, from 1
     * @throws RequestRefusedException ({@code INVALID}) if the text is anything else; some elements
     *     may have been read then
     */
    public static void forEachIn(Reader text, ObjIntConsumer<JsonNode> action) {
        parse(
                text,
                parser -> {
                    require(parser, JsonToken.START_ARRAY, "array, e.g. []");
                    for (int n = 1; parser.nextToken() != JsonToken.END_ARRAY; n++) {
                        action.accept(JsonTree.read(parser), n);
                    }
                    return true;
                });
    }

    private static void require(JsonParser parser, JsonToken first, String what) {
        if (parser.currentToken() != first) {
            throw refused("The body must be a JSON " + what);
        }
    }

    private static <T> T parse(Reader text, Reading<T> reading) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            parser.nextToken();
            T read = reading.read(parser);
            if (parser.nextToken() != null) {
                throw refused("The body is not valid JSON" + place(parser.getTokenLocation()));
            }
            return read;
        } catch (JsonProcessingException e) {
            // Jackson's own message may quote the body, and the body may hold a password.
            throw refused(
                    duplicate(e)
                            .map(name -> "The body has the field " + Quoted.of(name) + " twice")
                            .orElse("The body is not valid JSON" + place(e.getLocation())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> duplicate(JsonProcessingException e) {
        return Optional.of(e)
                .filter(JsonParseException.class::isInstance)
                .map(JsonProcessingException::getOriginalMessage)
                .filter(message -> message.startsWith(DUPLICATE))
                .map(message -> message.substring(DUPLICATE.length()))
                // In apostrophes, of which ours will do.
                .map(name -> name.substring(1, Math.max(1, name.length() - 1)));
    }

    static String place(@Nullable JsonLocation at) {
        return at == null
                ? ""
                : String.format(" (line %d, column %d)", at.getLineNr(), at.getColumnNr());
    }

    private static RequestRefusedException refused(String message) {
        return RequestRefusedException.invalid(RequestBody.FIELD, message);
    }
}
