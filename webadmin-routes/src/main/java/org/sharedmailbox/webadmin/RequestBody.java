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

    private RequestBody() {}

    /**
     * The body's fields; none if it is empty.
     *
     * @param known the fields that there are
     * @throws RequestRefusedException ({@code INVALID}) if it is anything else
     */
    static JsonFields fieldsOf(Request request, String... known) {
        refuseForm(request);
        String text = text(request.bodyAsBytes());
        return JsonFields.of(text.isBlank() ? Json.object() : Json.parseObject(text), known);
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

    private static String text(byte @Nullable [] octets) {
        if (octets == null) {
            throw refused("The body did not arrive; send it again");
        }
        if (octets.length > MOST_OCTETS) {
            throw refused("The body has more than 1 MiB");
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
