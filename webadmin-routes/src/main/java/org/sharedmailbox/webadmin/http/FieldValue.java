/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import java.util.function.Supplier;
import org.sharedmailbox.failure.RequestRefusedException;

/** What the domain's factories refuse with, told as the fault of a field. */
public final class FieldValue {
    private FieldValue() {}

    /**
     * @return what {@code parse} returns
     * @throws RequestRefusedException ({@code INVALID}) if it throws an IllegalArgumentException,
     *     with its message, which is made to name the field if it does not
     */
    public static <T> T of(String field, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw RequestRefusedException.invalid(
                    field, message.contains("'" + field) ? message : "'" + field + "': " + message);
        }
    }
}
