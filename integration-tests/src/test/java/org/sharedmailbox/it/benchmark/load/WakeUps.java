/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.util.Locale;
import org.sharedmailbox.it.benchmark.Samples;

/** When the first, the median and the last client was told of a mail, for many mails. */
final class WakeUps {
    private final Samples first = new Samples();
    private final Samples median = new Samples();
    private final Samples last = new Samples();

    /** Adds those whom one mail has awakened. */
    void add(Samples told) {
        first.add(nanos(told.quantileMicros(0)));
        median.add(nanos(told.medianMicros()));
        last.add(nanos(told.quantileMicros(1)));
    }

    private static long nanos(double micros) {
        return Math.round(micros * 1_000);
    }

    double lastMillis() {
        return last.medianMicros() / 1_000;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f, %.1f, %.1f ms",
                first.medianMicros() / 1_000,
                median.medianMicros() / 1_000,
                lastMillis());
    }
}
