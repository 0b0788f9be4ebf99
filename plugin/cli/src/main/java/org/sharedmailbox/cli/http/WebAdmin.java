/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The WebAdmin of a James. Every request ends: with an answer that accepts it, or with a {@link
 * CommandFailedException} that says what to do.
 */
public final class WebAdmin {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final String JSON = "application/json";

    private final WebAdminUrl url;
    private final Credentials credentials;
    private final Connection connection;

    private WebAdmin(WebAdminUrl url, Credentials credentials, Connection connection) {
        this.url = url;
        this.credentials = credentials;
        this.connection = connection;
    }

    static WebAdmin at(
            WebAdminUrl url, Credentials credentials, Optional<Path> authorities, Duration patience)
            throws IOException {
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        // A token goes to nobody but whom it was meant for.
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT_TIMEOUT);
        if (authorities.isPresent()) {
            client.sslContext(CertificateAuthorities.in(authorities.get()));
        }
        Connection connection = Connection.of(url, client.build(), credentials.request(), patience);
        return new WebAdmin(url, credentials, connection);
    }

    /** The same, asked for something that takes longer until the answer begins. */
    public WebAdmin patientFor(Duration atLeast) {
        return new WebAdmin(url, credentials, connection.patientFor(atLeast));
    }

    /** Returns what is answered, also if that is a refusal. */
    public Answer ask(RequestPath path) {
        return answer("GET", path, BodyPublishers.noBody());
    }

    /** Returns what is there. */
    public JsonObject get(RequestPath path) {
        return accepted("GET", path, BodyPublishers.noBody()).json();
    }

    /** Returns what is there; empty if there is nothing. */
    public Optional<JsonObject> find(RequestPath path) {
        Answer answer = ask(path);
        return Refusals.saysThatNothingIsThere(answer)
                ? Optional.empty()
                : Optional.of(required(answer).json());
    }

    /** Returns whether something is there, of which James tells no more. */
    public boolean isThere(String method, RequestPath path) {
        Answer answer = answer(method, path, BodyPublishers.noBody());
        if (answer.status() == 404) {
            return false;
        }
        required(answer);
        return true;
    }

    /** Puts it there. */
    public Answer put(RequestPath path, JsonObject body) {
        return accepted("PUT", path, published(body));
    }

    /** Sends a request with a body. */
    public JsonObject post(RequestPath path, JsonObject body) {
        return accepted("POST", path, published(body)).json();
    }

    /** Sends a request that says everything in its path. */
    public JsonObject post(RequestPath path) {
        return accepted("POST", path, BodyPublishers.noBody()).json();
    }

    /**
     * Sends a body of this type; its length has to be known, or James refuses it.
     *
     * @param eachSecond what is to be done about every second until the answer is there
     */
    public JsonObject post(RequestPath path, String type, BodyPublisher body, Runnable eachSecond) {
        return required(connection.answer("POST", path, type, body, eachSecond)).json();
    }

    /** Takes away what is there, if it is. */
    public void delete(RequestPath path) {
        accepted("DELETE", path, BodyPublishers.noBody());
    }

    /** Writes what is answered, of any length, as it comes. */
    public void download(RequestPath path, String accept, OutputStream out) throws IOException {
        required(connection.download(path, accept, out));
    }

    private BodyPublisher published(JsonObject body) {
        if (body.has("password")) {
            credentials.requireSecrecy(url);
        }
        return BodyPublishers.ofString(body.toString());
    }

    private Answer accepted(String method, RequestPath path, BodyPublisher body) {
        return required(answer(method, path, body));
    }

    private Answer answer(String method, RequestPath path, BodyPublisher body) {
        return connection.answer(method, path, JSON, body, () -> {});
    }

    private Answer required(Answer answer) {
        if (!answer.isAcceptance()) {
            throw refusal(answer);
        }
        return answer;
    }

    /** Returns what is to be said of an answer that is of no use. */
    public CommandFailedException refusal(Answer answer) {
        return answer.isAcceptance()
                ? Refusals.noWebAdmin(url)
                : Refusals.of(answer, url, credentials.isGiven());
    }

    /** Returns its URL, without a slash at its end. */
    @Override
    public String toString() {
        return url.toString();
    }
}
