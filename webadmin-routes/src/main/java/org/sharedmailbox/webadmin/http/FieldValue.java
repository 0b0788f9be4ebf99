/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import java.util.function.Supplier;
import org.sharedmailbox.failure.RequestRefusedException;

/** Reads the value of one field of a request by a factory of the domain. */
public final class FieldValue {
    private FieldValue() {}

    /**
     * Returns what {@code parse} returns.
     *
     * @throws RequestRefusedException ({@code INVALID}) if {@code parse} throws an {@link
     *     IllegalArgumentException}; the message is that of the exception, with the field's name in
     *     front if it does not name it
     */
    public static <T> T parse(String field, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw RequestRefusedException.invalid(
                    field, message.contains("'" + field) ? message : "'" + field + "': " + message);
        }
    }

    /** Returns the refusal ({@code INVALID}) of a request that lacks a field it needs. */
    public static RequestRefusedException missing(String field) {
        return RequestRefusedException.invalid(field, "'" + field + "' is missing");
    }
}
