/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import org.sharedmailbox.failure.RequestRefusedException;

/**
 * Builds the tree of one JSON value, token by token, and refuses what no request needs before it
 * costs memory or time: deep nesting, long texts and numbers, a great many values. Jackson has such
 * bounds from 2.15 on, James 3.8 has 2.14.
 */
final class JsonTree {
    /** An object, its list, an object in it, its list: a few more than any request has. */
    private static final int MAX_DEPTH = 10;

    /** More than any field takes, so that its own limit is the one that people meet. */
    private static final int MAX_TEXT = 20_000;

    /** More digits than any number has; turning digits into a number takes their square. */
    private static final int MAX_DIGITS = 40;

    /** A delegation with a thousand entries has seven thousand: objects, names and values. */
    private static final int MAX_VALUES = 20_000;

    private final JsonParser parser;
    private int values;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads the value that begins at the parser's token, to its last token.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it is out of bounds
     */
    static JsonNode read(JsonParser parser) throws IOException {
        return new JsonTree(parser).value(1);
    }

    private JsonNode value(int depth) throws IOException {
        if (++values > MAX_VALUES) {
            throw refused("has more than " + MAX_VALUES + " values in one place");
        }
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT:
                return object(deeper(depth));
            case START_ARRAY:
                return array(deeper(depth));
            case VALUE_STRING:
                return JsonNodeFactory.instance.textNode(bounded(MAX_TEXT, "a text"));
            case VALUE_NUMBER_INT:
                return number(new BigInteger(bounded(MAX_DIGITS, "a number")));
            case VALUE_NUMBER_FLOAT:
                bounded(MAX_DIGITS, "a number");
                // No field takes one, so that its value does not matter.
                return JsonNodeFactory.instance.numberNode(Double.NaN);
            case VALUE_TRUE:
            case VALUE_FALSE:
                return JsonNodeFactory.instance.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL:
                return JsonNodeFactory.instance.nullNode();
            default:
                throw new IllegalStateException("A parser of text gives no " + token);
        }
    }

    private ObjectNode object(int depth) throws IOException {
        ObjectNode object = Json.object();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = bounded(MAX_TEXT, "a field name");
            parser.nextToken();
            object.set(name, value(depth));
        }
        return object;
    }

    private ArrayNode array(int depth) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(depth));
        }
        return array;
    }

    private int deeper(int depth) {
        if (depth >= MAX_DEPTH) {
            throw refused("is nested more than " + MAX_DEPTH + " levels deep");
        }
        return depth + 1;
    }

    private String bounded(int max, String what) throws IOException {
        if (parser.getTextLength() > max) {
            throw refused(String.format("has %s of more than %d characters", what, max));
        }
        return parser.getText();
    }

    private static JsonNode number(BigInteger number) {
        return number.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(number.longValueExact())
                : JsonNodeFactory.instance.numberNode(number);
    }

    private RequestRefusedException refused(String what) {
        return RequestRefusedException.invalid(
                RequestBody.FIELD, "The JSON of the body " + what + Json.place(location()));
    }

    private JsonLocation location() {
        return parser.getTokenLocation();
    }
}
