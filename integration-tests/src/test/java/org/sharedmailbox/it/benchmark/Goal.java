/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.Locale;

/** What an operation may cost, measured by another. Immutable. */
public final class Goal {
    private final double ratio;
    private final double micros;

    private Goal(double ratio, double micros) {
        this.ratio = ratio;
        this.micros = micros;
    }

    /** At most so many times as much. */
    public static Goal ratio(double ratio) {
        return new Goal(ratio, 0);
    }

    /** At most so many times as much, or so many microseconds more. */
    Goal orMicrosMore(double more) {
        return new Goal(ratio, more);
    }

    /** Returns how many times as much is in order, whichever way it was said. */
    double ratioTo(double baseline) {
        return Math.max(ratio, (baseline + micros) / baseline);
    }

    static String verdict(boolean met) {
        return met ? "met" : "**missed**";
    }

    @Override
    public String toString() {
        String text = String.format(Locale.ROOT, "≤ %.2f", ratio);
        return micros > 0 ? text + String.format(Locale.ROOT, ", or +%.0f µs", micros) : text;
    }
}
