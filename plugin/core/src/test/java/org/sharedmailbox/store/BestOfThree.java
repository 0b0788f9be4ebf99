/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The best of three measurements: the machine may be busy with something else during one. */
final class BestOfThree {
    private BestOfThree() {}

    static Duration of(Supplier<Duration> measurement) {
        return Stream.generate(measurement).limit(3).min(Duration::compareTo).orElseThrow();
    }
}
