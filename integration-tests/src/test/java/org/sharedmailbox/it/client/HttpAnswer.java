/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What WebAdmin says to one request. */
public final class HttpAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String request;
    private final int status;
    private final String body;

    HttpAnswer(String request, int status, String body) {
        this.request = request;
        this.status = status;
        this.body = body;
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The body as it came, empty if there was none. */
    public String body() {
        return body;
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON in " + this, e);
        }
    }

    /** This answer, if its status is 2xx; otherwise the test ends here, and tells what came. */
    public HttpAnswer expectSuccess() {
        if (status / 100 != 2) {
            throw new IllegalStateException("Refused: " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return request + " -> " + status + " " + body;
    }
}
