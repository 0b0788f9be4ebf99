/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.base.Strings;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.failure.RequestRefusedException;
import spark.Request;

/** Reads the body of a request: at most one JSON object, in UTF-8, of at most 1 MiB. */
final class RequestBody {
    /** What a refusal names when no single field is at fault. */
    static final String FIELD = "body";

    private static final int MOST_OCTETS = 1 << 20;
    private static final int MOST_OCTETS_OF_MANY = 16 << 20;

    private RequestBody() {}

    /**
     * The body's fields; none if it is empty.
     *
     * @param known the fields that there are
     * @throws RequestRefusedException ({@code INVALID}) if it is anything else
     */
    static JsonFields fieldsOf(Request request, String... known) {
        refuseForm(request);
        String text = text(request.bodyAsBytes(), MOST_OCTETS);
        return JsonFields.of(text.isBlank() ? Json.object() : Json.parseObject(text), known);
    }

    /**
     * The whole body of a request that says much at once.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it is a form, no UTF-8, or has more than
     *     16 MiB
     */
    static String longText(Request request) {
        refuseForm(request);
        return text(request.bodyAsBytes(), MOST_OCTETS_OF_MANY);
    }

    /** Whether the header says that it is CSV. */
    static boolean isCsv(Request request) {
        return Strings.nullToEmpty(request.contentType())
                .toLowerCase(Locale.ROOT)
                .startsWith("text/csv");
    }

    /** James takes a form apart before we see it, so nothing would be left of the body. */
    private static void refuseForm(Request request) {
        boolean form =
                Strings.nullToEmpty(request.contentType())
                        .toLowerCase(Locale.ROOT)
                        .startsWith("application/x-www-form-urlencoded");
        if (form && request.contentLength() != 0) {
            throw refused(
                    "The body came as a form; send it with the header Content-Type:"
                            + " application/json");
        }
    }

    private static String text(byte @Nullable [] octets, int most) {
        if (octets == null) {
            throw refused("The body did not arrive; send it again");
        }
        if (octets.length > most) {
            throw refused("The body has more than " + (most >> 20) + " MiB");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            throw refused("The body is not UTF-8");
        }
    }

    private static RequestRefusedException refused(String message) {
        return RequestRefusedException.invalid(FIELD, message);
    }
}
