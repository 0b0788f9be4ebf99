/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The last days, in UTC, on which a delegation was used. */
@AutoValue
public abstract class LastUse {
    LastUse() {}

    /** Returns that it was never used, as far as is known. */
    public static LastUse never() {
        return of(ImmutableMap.of());
    }

    public static LastUse of(Map<Use, LocalDate> days) {
        return new AutoValue_LastUse(ImmutableMap.copyOf(days));
    }

    abstract ImmutableMap<Use, LocalDate> days();

    /** Returns the last day on which it was used so; empty if it never was. */
    public final Optional<LocalDate> day(Use use) {
        return Optional.ofNullable(days().get(use));
    }
}
