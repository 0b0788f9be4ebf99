/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Locale;
import java.util.stream.Collectors;

/** What one operation costs by the number of delegations. Immutable. */
final class Curve {
    private static final double CONSTANT = 1.5;

    private final String name;
    private final boolean isConstant;
    private final ImmutableSortedMap<Integer, Double> micros;

    private Curve(String name, boolean isConstant, ImmutableSortedMap<Integer, Double> micros) {
        this.name = name;
        this.isConstant = isConstant;
        this.micros = micros;
    }

    /** What should not depend on the number. */
    static Curve constant(String name) {
        return new Curve(name, true, ImmutableSortedMap.of());
    }

    /** What may cost as many times as much as there are more delegations. */
    static Curve linear(String name) {
        return new Curve(name, false, ImmutableSortedMap.of());
    }

    /** Returns the curve with another point. */
    Curve with(int delegations, double cost) {
        return new Curve(
                name,
                isConstant,
                ImmutableSortedMap.<Integer, Double>naturalOrder()
                        .putAll(micros)
                        .put(delegations, cost)
                        .build());
    }

    String name() {
        return name;
    }

    /** Returns the costs in microseconds by the number of delegations. */
    ImmutableSortedMap<Integer, Double> points() {
        return micros;
    }

    private double growth() {
        return last() / first();
    }

    private double first() {
        return micros.values().iterator().next();
    }

    private double last() {
        return micros.values().asList().get(micros.size() - 1);
    }

    boolean meetsGoal() {
        double work = (double) micros.lastKey() / micros.firstKey();
        return growth() <= (isConstant ? CONSTANT : work);
    }

    String goal() {
        return isConstant ? "≤ 1.5 ×" : "≤ linear";
    }

    /** Returns all costs, and how many times the first one the last one is. */
    String text() {
        return micros.values().stream().map(Curve::text).collect(Collectors.joining("; "))
                + String.format(Locale.ROOT, " ms (%.2f ×)", growth());
    }

    private static String text(double micros) {
        return String.format(Locale.ROOT, micros < 10_000 ? "%.2f" : "%.0f", micros / 1_000);
    }
}
