/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The period in which a delegation holds: [notBefore, notAfter), where either end may be open.
 * Times are cut to microseconds, as the store keeps them, so that terms are still equal when they
 * are read back.
 */
@AutoValue
public abstract class Validity {
    private static final Validity ALWAYS =
            new AutoValue_Validity(Optional.empty(), Optional.empty());

    /** The range that every database can keep and every client can show. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    Validity() {}

    public static Validity always() {
        return ALWAYS;
    }

    /**
     * @throws IllegalArgumentException if the end is not after the start, or if one of them is
     *     outside the years 1970 to 9999
     */
    public static Validity of(Optional<Instant> notBefore, Optional<Instant> notAfter) {
        Optional<Instant> start = notBefore.map(at -> kept("notBefore", at));
        Optional<Instant> end = notAfter.map(at -> kept("notAfter", at));
        if (start.isPresent() && end.isPresent()) {
            checkArgument(
                    end.get().isAfter(start.get()),
                    "'notAfter' (%s), the first moment at which it no longer holds, must be later"
                            + " than 'notBefore' (%s)",
                    end.get(),
                    start.get());
        }
        return new AutoValue_Validity(start, end);
    }

    private static Instant kept(String field, Instant at) {
        checkArgument(
                !at.isBefore(EARLIEST) && !at.isAfter(LATEST),
                "'%s' is %s; it must be in the years 1970 to 9999",
                field,
                at);
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns the first instant at which it holds; empty if it has no start. */
    public abstract Optional<Instant> notBefore();

    /** Returns the first instant at which it no longer holds; empty if it never ends. */
    public abstract Optional<Instant> notAfter();

    public boolean hasStartedAt(Instant at) {
        return notBefore().map(start -> !at.isBefore(start)).orElse(true);
    }

    public boolean hasEndedAt(Instant at) {
        return notAfter().map(end -> !at.isBefore(end)).orElse(false);
    }
}
