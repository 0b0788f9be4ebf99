/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.Locale;

/**
 * How many times as much as another one an operation took. Each batch is compared with the one
 * beside it, so that it does not matter when the machine was slow; this is the median of that, with
 * quartiles. Immutable.
 */
final class Ratio {
    private final double value;
    private final double lower;
    private final double upper;

    private Ratio(double value, double lower, double upper) {
        this.value = value;
        this.lower = lower;
        this.upper = upper;
    }

    static Ratio of(Samples baseline, Samples compared) {
        return new Ratio(
                compared.quantileOfRatios(baseline, 0.5),
                compared.quantileOfRatios(baseline, 0.25),
                compared.quantileOfRatios(baseline, 0.75));
    }

    double value() {
        return value;
    }

    double lowerQuartile() {
        return lower;
    }

    double upperQuartile() {
        return upper;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", value, lower, upper);
    }
}
