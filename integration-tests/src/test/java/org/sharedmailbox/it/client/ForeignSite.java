/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/**
 * A web site with one page, whose scripts try everything on another server. An image of the page
 * comes only when the page has tried all and what the test waits for has happened, so that a
 * browser that waits for all images stays so long.
 */
public final class ForeignSite implements AutoCloseable {
    private static final Duration TRIES = Duration.ofSeconds(80);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer http;
    private volatile CountDownLatch reported = new CountDownLatch(1);
    private volatile BooleanSupplier allArrived = () -> true;

    private ForeignSite(HttpServer http) {
        this.http = http;
    }

    /** Serves the page on a free port of this machine. */
    public static ForeignSite start() {
        try {
            ForeignSite site =
                    new ForeignSite(
                            HttpServer.create(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            site.http.setExecutor(site.threads);
            site.http.createContext("/page", site::answer);
            site.http.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** Keeps the next browser until the page has tried everything and this is true. */
    public void expect(BooleanSupplier arrived) {
        reported = new CountDownLatch(1);
        allArrived = arrived;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        if (path.equals("/page/report")) {
            reported.countDown();
        } else if (path.equals("/page/wait")) {
            awaitAll();
        }
        byte[] body = path.equals("/page") ? page() : new byte[0];
        exchange.getResponseHeaders().add("Connection", "close");
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitAll() {
        try {
            if (reported.await(TRIES.toSeconds(), TimeUnit.SECONDS)) {
                Awaitility.await("all requests of the page")
                        .atMost(TRIES)
                        .until(allArrived::getAsBoolean);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] page() throws IOException {
        try (var file = ForeignSite.class.getResourceAsStream("/foreign-page.html")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("PAGE_PORT", String.valueOf(port()))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
