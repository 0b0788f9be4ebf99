/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.soak;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/**
 * What everybody at work saw: how often something happened, and what must not happen. Thread-safe.
 */
final class Findings {
    /** One fault is enough, and some more to understand it. */
    private static final int MAX_FAULTS = 50;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    void count(String what) {
        counts.computeIfAbsent(what, any -> new LongAdder()).increment();
    }

    void fault(String what) {
        count("faults");
        if (faults.size() < MAX_FAULTS) {
            faults.add(what);
        }
    }

    long countOf(String what) {
        LongAdder count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    List<String> faults() {
        return faults;
    }

    /** Returns all counts, for whoever reads the output of the build. */
    @Override
    public String toString() {
        return new TreeMap<>(counts).toString();
    }
}
