/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Optional;

/** When a delegation holds: [notBefore, notAfter), either end open. */
@AutoValue
public abstract class Validity {
    private static final Validity ALWAYS =
            new AutoValue_Validity(Optional.empty(), Optional.empty());

    Validity() {}

    public static Validity always() {
        return ALWAYS;
    }

    /**
     * @throws IllegalArgumentException if the end is not after the start
     */
    public static Validity of(Optional<Instant> notBefore, Optional<Instant> notAfter) {
        if (notBefore.isPresent() && notAfter.isPresent()) {
            checkArgument(
                    notAfter.get().isAfter(notBefore.get()),
                    "'notAfter' (%s) must be later than 'notBefore' (%s)",
                    notAfter.get(),
                    notBefore.get());
        }
        return new AutoValue_Validity(notBefore, notAfter);
    }

    /** The first instant at which it holds; empty if it always did. */
    public abstract Optional<Instant> notBefore();

    /** The first instant at which it does not hold any more; empty if it never ends. */
    public abstract Optional<Instant> notAfter();

    public boolean hasStartedAt(Instant at) {
        return notBefore().map(start -> !at.isBefore(start)).orElse(true);
    }

    public boolean hasEndedAt(Instant at) {
        return notAfter().map(end -> !at.isBefore(end)).orElse(false);
    }
}
