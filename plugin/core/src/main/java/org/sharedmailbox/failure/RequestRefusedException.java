/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that was refused and has changed nothing. The message is written for the person who
 * made the request and says what to do; the outer modules only translate {@link #kind()} into their
 * protocol.
 */
public class RequestRefusedException extends RuntimeException {
    /** The reason, coarse enough for a status code. */
    public enum Kind {
        /** The request itself is wrong (HTTP 400). */
        INVALID,
        /** It names something that does not exist (HTTP 404). */
        NOT_FOUND,
        /** It conflicts with the present state (HTTP 409). */
        CONFLICT,
        /** A policy of the domain forbids it (HTTP 409, type {@code policy}). */
        POLICY
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @Nullable String field;

    private RequestRefusedException(Kind kind, @Nullable String field, String message) {
        super(message);
        this.kind = kind;
        this.field = field;
    }

    public static RequestRefusedException invalid(String field, String message) {
        return new RequestRefusedException(Kind.INVALID, field, message);
    }

    public static RequestRefusedException notFound(String message) {
        return new RequestRefusedException(Kind.NOT_FOUND, null, message);
    }

    public static RequestRefusedException notFound(String field, String message) {
        return new RequestRefusedException(Kind.NOT_FOUND, field, message);
    }

    public static RequestRefusedException conflict(String message) {
        return new RequestRefusedException(Kind.CONFLICT, null, message);
    }

    public static RequestRefusedException conflict(String field, String message) {
        return new RequestRefusedException(Kind.CONFLICT, field, message);
    }

    public static RequestRefusedException policy(String message) {
        return new RequestRefusedException(Kind.POLICY, null, message);
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the field of the request that is at fault, if there is one. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** Returns the message; never null. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
