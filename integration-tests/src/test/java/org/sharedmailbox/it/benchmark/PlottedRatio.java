/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

/** One line of a {@link Plot}. Immutable. */
final class PlottedRatio {
    private final String name;
    private final Ratio ratio;
    private final double goal;

    /**
     * @param goal the ratio that it should not exceed
     */
    PlottedRatio(String name, Ratio ratio, double goal) {
        this.name = name;
        this.ratio = ratio;
        this.goal = goal;
    }

    String name() {
        return name;
    }

    Ratio ratio() {
        return ratio;
    }

    double goal() {
        return goal;
    }

    boolean isMet() {
        return ratio.value() <= goal;
    }
}
