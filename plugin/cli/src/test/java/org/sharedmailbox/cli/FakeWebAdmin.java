/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of HTTP that answers as no James does that is well: for failures only. */
public final class FakeWebAdmin implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public FakeWebAdmin(HttpHandler handler) throws IOException {
        this(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                handler);
    }

    FakeWebAdmin(HttpServer server, HttpHandler handler) {
        this.server = server;
        server.createContext(
                "/",
                exchange -> {
                    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    exchange.getRequestHeaders()
                            .forEach((name, values) -> headers.add(name + ": " + values.get(0)));
                    handler.handle(exchange);
                });
        server.setExecutor(threads);
        server.start();
    }

    /** One that answers every request so, once it has read all of it. */
    public static FakeWebAdmin answering(int status, String body) throws IOException {
        return new FakeWebAdmin(
                exchange -> {
                    // Or the client may find the connection closed while it sends.
                    exchange.getRequestBody().readAllBytes();
                    answer(exchange, status, body);
                });
    }

    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    String at(String host) {
        return host + ":" + server.getAddress().getPort();
    }

    public String url() {
        return at("http://127.0.0.1");
    }

    /** The methods and paths of all requests. */
    public List<String> requests() {
        return requests;
    }

    /** The headers of all requests. */
    public List<String> headers() {
        return headers;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
