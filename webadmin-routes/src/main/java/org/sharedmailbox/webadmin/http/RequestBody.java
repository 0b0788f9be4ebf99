/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.failure.RequestRefusedException;
import spark.Request;
import spark.Route;

/** Reads the body of a request, which is UTF-8 and of limited size. */
public final class RequestBody {
    /** The name that a refusal gives in place of a field's when the body as a whole is at fault. */
    public static final String FIELD = "body";

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
        String text = text(request, MAX_OCTETS);
        if (isCsv(request) && !text.isEmpty()) {
            throw refused(
                    "The body was sent as CSV; send it with the header Content-Type:"
                            + " application/json");
        }
        return JsonFields.of(text.isBlank() ? Json.object() : Json.parseObject(text), known);
    }

    /**
     * Returns the body of a bulk request, of at most 16 MiB.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it is larger, is not UTF-8, or was sent
     *     as a form or in chunks
     */
    public static String bulkText(Request request) {
        return text(request, MAX_OCTETS_IN_BULK);
    }

    /** Decides whether the header {@code Content-Type} says that the body is CSV. */
    public static boolean isCsv(Request request) {
        return BodyType.isCsv(request);
    }

    private static String text(Request request, int maxOctets) {
        byte[] octets = octets(request);
        if (octets.length > maxOctets) {
            throw refused("The body is larger than " + (maxOctets >> 20) + " MiB");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            throw refused("The body is not UTF-8");
        }
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
