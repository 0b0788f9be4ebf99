/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.List;

/** Two operations on each of two servers: what the second costs there, measured by the first. */
final class SideBySide {
    private final String name;
    private final Alternation alternation;

    private SideBySide(String name, Alternation alternation) {
        this.name = name;
        this.alternation = alternation;
    }

    /** Something that is done twice on Dovecot, and the same on James. */
    static SideBySide of(
            String name,
            Operation first,
            Operation second,
            Operation firstOnJames,
            Operation secondOnJames) {
        return new SideBySide(name, Alternation.of(first, second, firstOnJames, secondOnJames));
    }

    String name() {
        return name;
    }

    /** Does all four without measuring, so that they are measured at their usual speed. */
    void warmUp() {
        alternation.warmUp();
    }

    /** Measures all four in batches that alternate. */
    MeasuredSideBySide measure() {
        List<Samples> samples = alternation.measure();
        return new MeasuredSideBySide(
                name, samples.get(0), samples.get(1), samples.get(2), samples.get(3));
    }
}
