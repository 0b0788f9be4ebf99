/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.google.common.base.Strings;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.failure.RequestRefusedException;
import spark.Request;

/** Reads the body of a request: at most one JSON object, in UTF-8, of at most 1 MiB. */
public final class RequestBody {
    /** What a refusal names when no single field is at fault. */
    public static final String FIELD = "body";

    private static final int MOST_OCTETS = 1 << 20;
    private static final int MOST_OCTETS_OF_MANY = 16 << 20;

    private RequestBody() {}

    /**
     * The body's fields; none if it is empty.
     *
     * @param known the fields that there are
     * @throws RequestRefusedException ({@code INVALID}) if it is anything else
     */
    public static JsonFields fieldsOf(Request request, String... known) {
        String text = text(request, MOST_OCTETS);
        return JsonFields.of(text.isBlank() ? Json.object() : Json.parseObject(text), known);
    }

    /**
     * The whole body of a request that says much at once.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it is a form or in chunks, no UTF-8, or
     *     has more than 16 MiB
     */
    public static String longText(Request request) {
        return text(request, MOST_OCTETS_OF_MANY);
    }

    /** Whether the header says that it is CSV. */
    public static boolean isCsv(Request request) {
        return mediaType(request).startsWith("text/csv");
    }

    private static String text(Request request, int most) {
        refuseForm(request);
        byte[] octets = octets(request);
        if (octets.length > most) {
            throw refused("The body has more than " + (most >> 20) + " MiB");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            throw refused("The body is not UTF-8");
        }
    }

    /** James takes a form apart before we see it, so nothing would be left of the body. */
    private static void refuseForm(Request request) {
        String type = mediaType(request);
        boolean form =
                type.startsWith("application/x-www-form-urlencoded")
                        || type.startsWith("multipart/");
        if (form && isAnnounced(request)) {
            throw refused(
                    "The body came as a form; send it with the header Content-Type:"
                            + " application/json");
        }
    }

    /**
     * Never takes what got lost for an empty body. James logs each request before we see it, and
     * Spark keeps the body for a second reader only if its length was told beforehand.
     */
    private static byte[] octets(Request request) {
        byte @Nullable [] octets = request.bodyAsBytes();
        if (octets == null || octets.length < request.contentLength()) {
            throw refused("The body did not arrive; send it again");
        }
        if (octets.length == 0 && isAnnounced(request)) {
            throw refused(
                    "The body came without its length (Transfer-Encoding: chunked) and was lost;"
                            + " send it with the header Content-Length");
        }
        return octets;
    }

    /** Whether the header says that there is a body (RFC 9112 §6.3). */
    private static boolean isAnnounced(Request request) {
        return request.contentLength() > 0 || request.headers("Transfer-Encoding") != null;
    }

    private static String mediaType(Request request) {
        return Strings.nullToEmpty(request.contentType()).trim().toLowerCase(Locale.ROOT);
    }

    private static RequestRefusedException refused(String message) {
        return RequestRefusedException.invalid(FIELD, message);
    }
}
