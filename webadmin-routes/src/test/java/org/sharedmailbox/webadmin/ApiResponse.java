/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A response of WebAdmin, and what a test expects of it. */
public final class ApiResponse {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final int status;
    private final String body;
    private final Optional<String> location;

    ApiResponse(int status, String body) {
        this(status, body, Optional.empty());
    }

    /**
     * @param location the header of that name
     */
    ApiResponse(int status, String body, Optional<String> location) {
        this.status = status;
        this.body = body;
        this.location = location;
    }

    public Optional<String> location() {
        return location;
    }

    @Override
    public String toString() {
        return status + " " + body;
    }

    public String body() {
        return body;
    }

    public JsonNode json() {
        return parse(body);
    }

    public ApiResponse hasStatus(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    /**
     * Asserts the status and the whole body.
     *
     * @param json the body, with apostrophes for quotation marks
     * @param ignored the fields that differ from run to run; they have to be there
     */
    public ApiResponse is(int expected, String json, String... ignored) {
        hasStatus(expected);
        ObjectNode present = (ObjectNode) json();
        for (String name : ignored) {
            assertThat(present.remove(name)).as(name).isNotNull();
        }
        assertThat(present).isEqualTo(parse(json.replace('\'', '"')));
        return this;
    }

    /** Asserts an error in James's form, the whole body of it. */
    public ApiResponse isError(int expected, String type, String message) {
        hasStatus(expected);
        assertThat(json())
                .isEqualTo(
                        MAPPER.createObjectNode()
                                .put("statusCode", expected)
                                .put("type", type)
                                .put("message", message)
                                .putNull("details"));
        return this;
    }

    public ApiResponse isInvalid(String message) {
        return isError(400, "InvalidArgument", message);
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
