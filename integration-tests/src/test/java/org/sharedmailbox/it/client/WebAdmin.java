/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests to WebAdmin, for tests that mind status and body. */
public final class WebAdmin {
    /** Ten thousand delegations in one request take several seconds, on a busy machine many. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();
    private final URI base;

    WebAdmin(URI base) {
        this.base = base;
    }

    /** GET of a path, which begins with a slash and is percent-encoded where necessary. */
    public HttpAnswer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** PUT without a body. */
    public HttpAnswer put(String path) {
        return send("PUT", path, BodyPublishers.noBody());
    }

    /** PUT of a JSON text. */
    public HttpAnswer put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json));
    }

    /** POST of a JSON text. */
    public HttpAnswer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json));
    }

    /** POST of a CSV. */
    public HttpAnswer postCsv(String path, String csv) {
        return send("POST", path, BodyPublishers.ofString(csv), "text/csv");
    }

    /** GET of a path as CSV. */
    public HttpAnswer getCsv(String path) {
        return send("GET", path, BodyPublishers.noBody(), "text/csv");
    }

    /** DELETE of a path. */
    public HttpAnswer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    private HttpAnswer send(String method, String path, BodyPublisher body) {
        return send(method, path, body, "application/json");
    }

    private HttpAnswer send(String method, String path, BodyPublisher body, String type) {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(TIMEOUT)
                        .header("Content-Type", type)
                        .header("Accept", type)
                        .method(method, body)
                        .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new HttpAnswer(method + " " + path, response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in " + method + " " + path, e);
        }
    }
}
