/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sharedmailbox.store.backup.TransferRefusedException;

/** Requests and answers, for which nobody waits for ever. */
final class Connection {
    private final WebAdminUrl url;
    private final HttpClient client;
    private final HttpRequest.Builder template;
    private final Duration untilAnswer;
    private final Duration patience;

    private Connection(
            WebAdminUrl url,
            HttpClient client,
            HttpRequest.Builder template,
            Duration untilAnswer,
            Duration patience) {
        this.url = url;
        this.client = client;
        this.template = template;
        this.untilAnswer = untilAnswer;
        this.patience = patience;
    }

    /**
     * @param template a request with the headers that all have
     * @param patience the longest time without an octet
     */
    static Connection of(
            WebAdminUrl url, HttpClient client, HttpRequest.Builder template, Duration patience) {
        return new Connection(url, client, template, patience, patience);
    }

    /** The same, for an answer that begins only when much is done. */
    Connection patientFor(Duration untilAnswerAtLeast) {
        return untilAnswer.compareTo(untilAnswerAtLeast) < 0
                ? new Connection(url, client, template, untilAnswerAtLeast, patience)
                : this;
    }

    /**
     * @param eachSecond what is to be done about every second until the answer begins
     */
    Answer answer(
            String method, RequestPath path, String type, BodyPublisher body, Runnable eachSecond) {
        return answer(
                response(
                        request(path).header("Content-Type", type).method(method, body),
                        eachSecond));
    }

    /** Writes the body of an answer of 200, of any length, as it comes; returns any other. */
    Answer download(RequestPath path, String accept, OutputStream out) throws IOException {
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
                response(request(path).header("Accept", accept).GET(), () -> {});
        if (response.statusCode() != 200) {
            return answer(response);
        }
        write(response, out);
        return new Answer(url, response.statusCode(), "");
    }

    private HttpRequest.Builder request(RequestPath path) {
        return template.copy().uri(URI.create(url + path.toString())).timeout(untilAnswer);
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> response(
            HttpRequest.Builder request, Runnable eachSecond) {
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> response =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofPublisher());
        try {
            while (true) {
                try {
                    return response.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    eachSecond.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Outages.of(new InterruptedIOException(), url);
        } catch (ExecutionException e) {
            throw Outages.of(Objects.requireNonNullElse(e.getCause(), e), url);
        }
    }

    private Answer answer(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
        BoundedText text = new BoundedText(url);
        try {
            write(response, text);
        } catch (IOException e) {
            throw new IllegalStateException("Memory takes all that is written", e);
        }
        return new Answer(url, response.statusCode(), text.toString());
    }

    private void write(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response, OutputStream out)
            throws IOException {
        TimedBody body = new TimedBody(patience);
        response.body().subscribe(body);
        try {
            body.transferTo(out);
        } catch (TransferRefusedException e) {
            throw CommandFailedException.unreachable(String.valueOf(e.getMessage()), e);
        }
    }
}
