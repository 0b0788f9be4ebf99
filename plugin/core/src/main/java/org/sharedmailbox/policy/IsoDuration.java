/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

import java.time.Duration;

/** Writes durations in ISO 8601 with days: {@code P30D}, not {@code PT720H}. */
public final class IsoDuration {
    private IsoDuration() {}

    public static String of(Duration duration) {
        long days = duration.toDays();
        Duration rest = duration.minusDays(days);
        if (days == 0) {
            return rest.toString();
        }
        return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
    }
}
