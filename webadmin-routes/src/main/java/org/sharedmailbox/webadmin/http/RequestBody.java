/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.failure.RequestRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Route;

/** Reads the body of a request, which is UTF-8 and of limited size. */
public final class RequestBody {
    /** The name that a refusal gives in place of a field's when the body as a whole is at fault. */
    public static final String FIELD = "body";

    private static final Logger LOGGER = LoggerFactory.getLogger(RequestBody.class);
    private static final int MAX_OCTETS = 1 << 20;
    private static final int MAX_OCTETS_IN_BULK = 16 << 20;

    private RequestBody() {}

    /**
     * Returns the route, for requests whose header {@code Content-Type} says that they are JSON or
     * CSV in UTF-8. Others get a {@link RequestRefusedException} ({@code INVALID}), unless they
     * have no body and are no POST.
     */
    public static Route typed(Route route) {
        return BodyType.required(route);
    }

    /**
     * Returns the fields of a body that is one JSON object of at most 1 MiB; none if it is empty.
     *
     * @param known the only fields it may have
     * @throws RequestRefusedException ({@code INVALID}) if the body is anything else
     */
    public static JsonFields fieldsOf(Request request, String... known) {
        byte[] octets = octets(request, MAX_OCTETS);
        if (isCsv(request) && octets.length > 0) {
            throw refused(
                    "The body was sent as CSV; send it with the header Content-Type:"
                            + " application/json");
        }
        return guarded(() -> JsonFields.of(object(ByteSource.wrap(octets)), known));
    }

    private static ObjectNode object(ByteSource octets) {
        return Json.parseObject(reader(octets)).orElseGet(Json::object);
    }

    /**
     * Reads a bulk request of at most 16 MiB.
     *
     * @param reading takes the octets of the body
     * @throws RequestRefusedException ({@code INVALID}) if the body is larger, is not UTF-8, or was
     *     sent in chunks
     */
    public static <T> T readBulk(Request request, Function<ByteSource, T> reading) {
        byte[] octets = octets(request, MAX_OCTETS_IN_BULK);
        return guarded(() -> reading.apply(ByteSource.wrap(octets)));
    }

    /** Returns a reader of UTF-8 that fails at the first octets that are none. */
    public static Reader reader(ByteSource octets) {
        try {
            return new InputStreamReader(octets.openStream(), UTF_8.newDecoder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what is read, or refuses a body on which reading fails. */
    static <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? refused("The body is not UTF-8; save or send it in UTF-8")
                    : e;
        } catch (StackOverflowError | OutOfMemoryError e) {
            // Not to be met, since all is bounded before it is read. Nothing has been changed.
            LOGGER.error("A body could not be read", e);
            throw refused("The body cannot be read: it is too large or too deeply nested");
        }
    }

    /** Decides whether the header {@code Content-Type} says that the body is CSV. */
    public static boolean isCsv(Request request) {
        return BodyType.isCsv(request);
    }

    private static byte[] octets(Request request, int max) {
        byte[] octets = octets(request);
        if (octets.length > max) {
            throw refused("The body is larger than " + (max >> 20) + " MiB");
        }
        return octets;
    }

    /**
     * Returns the octets of the body, and never takes a body that was lost for an empty one. James
     * logs each request before we see it, and Spark keeps the body for a second reader only if its
     * length was announced.
     */
    private static byte[] octets(Request request) {
        byte @Nullable [] octets = request.bodyAsBytes();
        if (octets == null || octets.length < request.contentLength()) {
            throw refused("The body did not arrive; send it again");
        }
        if (octets.length == 0 && BodyType.isAnnounced(request)) {
            throw refused(
                    "The body was sent without its length (Transfer-Encoding: chunked) and was"
                            + " lost; send it with the header Content-Length");
        }
        return octets;
    }

    private static RequestRefusedException refused(String message) {
        return RequestRefusedException.invalid(FIELD, message);
    }
}
