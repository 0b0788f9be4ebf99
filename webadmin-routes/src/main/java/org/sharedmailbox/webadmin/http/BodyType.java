/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.google.common.collect.ImmutableList;
import com.google.common.net.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sharedmailbox.failure.RequestRefusedException;
import spark.Request;
import spark.Route;

/**
 * The media type of a body, as the header {@code Content-Type} has it: JSON or CSV, in UTF-8. It is
 * demanded of every body, and of every POST, because a page of another site can send those with any
 * of the types of HTML forms ({@code text/plain} is one) without asking first.
 */
final class BodyType {
    private static final String ADVICE =
            "send it with the header Content-Type: application/json (a CSV with text/csv)";

    private static final MediaType JSON = MediaType.create("application", "json");
    private static final MediaType CSV = MediaType.create("text", "csv");

    private BodyType() {}

    /**
     * Returns the route, for requests that have such a type or need none.
     *
     * @return a route that throws {@link RequestRefusedException} ({@code INVALID}) for others
     */
    static Route required(Route route) {
        return (request, response) -> {
            if (request.requestMethod().equals("POST") || isAnnounced(request)) {
                require(request);
            }
            return route.handle(request, response);
        };
    }

    private static void require(Request request) {
        List<String> written = written(request);
        if (written.isEmpty()) {
            throw refused("The request does not say what it contains; " + ADVICE);
        }
        if (isForm(written.get(0))) {
            // James has parsed it before we see it, and nothing is left of the body.
            throw refused("The body was sent as a form; " + ADVICE);
        }
        if (!isCsv(request) && !isJson(request)) {
            throw refused(
                    "The body was sent as "
                            + Quoted.of(String.join(", ", written))
                            + "; "
                            + ADVICE);
        }
        if (!isUtf8(read(request).orElseThrow())) {
            throw refused("The body was sent in another charset; write it in UTF-8");
        }
    }

    /** Decides whether the headers announce a body (RFC 9112 §6.3). */
    static boolean isAnnounced(Request request) {
        return request.raw().getContentLengthLong() > 0
                || request.headers("Transfer-Encoding") != null;
    }

    /** Decides whether the body is said to be CSV. */
    static boolean isCsv(Request request) {
        return read(request).filter(type -> type.is(CSV)).isPresent();
    }

    private static boolean isJson(Request request) {
        return read(request).filter(type -> type.is(JSON)).isPresent();
    }

    private static boolean isForm(String written) {
        String type = written.trim().toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded")
                || type.startsWith("multipart/");
    }

    private static boolean isUtf8(MediaType type) {
        return type.parameters().get("charset").stream()
                .allMatch(charset -> charset.equalsIgnoreCase(StandardCharsets.UTF_8.name()));
    }

    private static Optional<MediaType> read(Request request) {
        List<String> written = written(request);
        try {
            return written.size() == 1
                    ? Optional.of(MediaType.parse(written.get(0)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ImmutableList<String> written(Request request) {
        return ImmutableList.copyOf(Collections.list(request.raw().getHeaders("Content-Type")));
    }

    private static RequestRefusedException refused(String message) {
        return RequestRefusedException.invalid(RequestBody.FIELD, message);
    }
}
