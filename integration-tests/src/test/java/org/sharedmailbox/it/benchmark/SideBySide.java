/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.List;

/** Two operations on each of two servers: what the second costs there, measured by the first. */
final class SideBySide {
    private final String name;
    private final Operation first;
    private final Operation second;
    private final Operation firstOnJames;
    private final Operation secondOnJames;

    private SideBySide(
            String name,
            Operation first,
            Operation second,
            Operation firstOnJames,
            Operation secondOnJames) {
        this.name = name;
        this.first = first;
        this.second = second;
        this.firstOnJames = firstOnJames;
        this.secondOnJames = secondOnJames;
    }

    /** Something that is done twice on Dovecot, and the same on James. */
    static SideBySide of(
            String name,
            Operation first,
            Operation second,
            Operation firstOnJames,
            Operation secondOnJames) {
        return new SideBySide(name, first, second, firstOnJames, secondOnJames);
    }

    String name() {
        return name;
    }

    /** Measures all four in batches that alternate. */
    MeasuredSideBySide measure() {
        List<Samples> samples =
                Alternation.of(first, second, firstOnJames, secondOnJames).measure();
        return new MeasuredSideBySide(
                name, samples.get(0), samples.get(1), samples.get(2), samples.get(3));
    }
}
