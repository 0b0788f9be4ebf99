/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.sharedmailbox.it.client.ProcessTree;

/** The DevTools protocol of one tab: a command, and what it is answered, over a WebSocket. */
final class DevTools implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START_UP = Duration.ofSeconds(60);
    private static final int ANSWER_SECONDS = 60;
    private static final Duration END = Duration.ofSeconds(30);

    private final Process browser;
    private final WebSocket socket;
    private final Answers answers;
    private final AtomicInteger commands = new AtomicInteger();

    private DevTools(Process browser, WebSocket socket, Answers answers) {
        this.browser = browser;
        this.socket = socket;
        this.answers = answers;
    }

    /** Connects to the tab of a browser that is starting with this profile. */
    static DevTools of(Process browser, Path profile) {
        Path ports = profile.resolve("DevToolsActivePort");
        List<String> lines =
                Awaitility.await("Chromium's DevTools")
                        .atMost(START_UP)
                        .ignoreExceptions()
                        .until(() -> Files.readAllLines(ports), read -> read.size() == 2);
        HttpClient http = HttpClient.newHttpClient();
        Answers answers = new Answers();
        WebSocket socket =
                http.newWebSocketBuilder()
                        .buildAsync(URI.create(tab(http, lines.get(0))), answers)
                        .join();
        return new DevTools(browser, socket, answers);
    }

    private static String tab(HttpClient http, String port) {
        URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
        try {
            String targets =
                    http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
            return StreamSupport.stream(JSON.readTree(targets).spliterator(), false)
                    .filter(target -> target.path("type").asText().equals("page"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Chromium has no tab: " + targets))
                    .path("webSocketDebuggerUrl")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking for the tab", e);
        }
    }

    /** The answer to a command: {@code result}, or {@code error} with a message. */
    JsonNode send(String method, Map<String, ?> parameters) {
        int id = commands.incrementAndGet();
        CompletableFuture<JsonNode> answer = answers.to(id);
        String command =
                JSON.valueToTree(Map.of("id", id, "method", method, "params", parameters))
                        .toString();
        socket.sendText(command, true).join();
        try {
            return answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new AssertionError("Chromium does not answer " + command, e);
        }
    }

    /** Closes the browser, which clears up behind itself. */
    @Override
    public void close() {
        ProcessTree processes = ProcessTree.of(browser);
        try {
            send("Browser.close", Map.of());
            if (!processes.awaitEnd(END)) {
                throw new AssertionError("Chromium does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.abort();
            processes.end();
        }
    }

    /** What the browser says; it says more than it is asked, which nobody waits for. */
    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
        private final StringBuilder received = new StringBuilder();

        CompletableFuture<JsonNode> to(int id) {
            return awaited.computeIfAbsent(id, unused -> new CompletableFuture<>());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            received.append(part);
            if (last) {
                accept(received.toString());
                received.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void accept(String message) {
            try {
                JsonNode answer = JSON.readTree(message);
                CompletableFuture<JsonNode> waiting = awaited.remove(answer.path("id").asInt());
                if (waiting != null) {
                    waiting.complete(answer);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
