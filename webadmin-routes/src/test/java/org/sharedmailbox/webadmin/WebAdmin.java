/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client of a WebAdmin on this machine. */
public final class WebAdmin {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    WebAdmin(int port) {
        this.port = port;
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public ApiResponse get(String path) {
        return send(request(path).GET());
    }

    public ApiResponse put(String path, String body) {
        return putAs("application/json", path, body);
    }

    public ApiResponse put(String path, byte[] body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(body)));
    }

    public ApiResponse putAs(String contentType, String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .PUT(BodyPublishers.ofString(body)));
    }

    /** Sends the body without its length, as clients do that do not know it beforehand. */
    public ApiResponse putInChunks(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .version(HttpClient.Version.HTTP_1_1)
                        .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))));
    }

    public ApiResponse post(String path, String body) {
        return postAs("application/json", path, body);
    }

    public ApiResponse postAs(String contentType, String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body)));
    }

    public ApiResponse postAs(String contentType, String path, byte[] body) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    public ApiResponse postWithoutType(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    public ApiResponse getAs(String accept, String path) {
        return send(request(path).header("Accept", accept).GET());
    }

    public ApiResponse delete(String path) {
        return send(request(path).DELETE());
    }

    /** Sends a POST with a header that makes Spark look for the routes of another method. */
    public ApiResponse postAsIf(String method, String path, String body) {
        return send(
                request(path)
                        .header("X-HTTP-Method-Override", method)
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a DELETE with such a header. */
    public ApiResponse deleteAsIf(String method, String path) {
        return send(request(path).header("X-HTTP-Method-Override", method).DELETE());
    }

    /** Sends a request by hand, with these lines of header and no others but the body's length. */
    public ApiResponse raw(String method, String path, List<String> headers, String body) {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        String head =
                Stream.concat(
                                headers.stream(),
                                Stream.of("Content-Length: " + octets.length, "Connection: close"))
                        .map(line -> line + "\r\n")
                        .collect(
                                Collectors.joining(
                                        "", method + " " + path + " HTTP/1.1\r\n", "\r\n"));
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(octets);
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> parts = Splitter.on("\r\n\r\n").limit(2).splitToList(answer);
            return new ApiResponse(Integer.parseInt(answer.substring(9, 12)), parts.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public ApiResponse get(String path, String bearer) {
        return send(request(path).header("Authorization", "Bearer " + bearer).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private ApiResponse send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new ApiResponse(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
