/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** That an administrator has suspended a delegation: it gives nothing until it is resumed. */
@AutoValue
public abstract class Suspension {
    Suspension() {}

    /**
     * @param by the administrator
     */
    public static Suspension of(Instant at, String by) {
        return new AutoValue_Suspension(at.truncatedTo(ChronoUnit.MICROS), by);
    }

    /** Returns since when, to the microsecond. */
    public abstract Instant at();

    /** Returns who suspended it. */
    public abstract String by();
}
