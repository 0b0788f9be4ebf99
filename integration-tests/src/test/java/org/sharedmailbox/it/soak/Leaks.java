/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.soak;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sharedmailbox.it.server.StockJames;

/** What a server holds on to while nobody works: threads by their names, and heap. */
final class Leaks {
    /** Pools that grow with the work or at the first outage, with the most threads they have. */
    private static final Map<String, Long> POOLS =
            Map.of(
                    "shared-mailboxes-",
                    64L,
                    "shared-mailboxes-events-",
                    16L,
                    "shared-mailboxes-store-",
                    1L);

    private final Map<String, Long> threads;
    private final long ofPlugin;
    private final long all;

    private Leaks(Map<String, Long> threads, long ofPlugin, long all) {
        this.threads = threads;
        this.ofPlugin = ofPlugin;
        this.all = all;
    }

    static Leaks of(StockJames james) {
        return new Leaks(
                james.threads().stream()
                        .filter(name -> name.startsWith("shared-mailboxes"))
                        .map(name -> name.replaceAll("\\d+", ""))
                        .collect(
                                Collectors.groupingBy(
                                        name -> name, TreeMap::new, Collectors.counting())),
                james.heapOfPlugin(),
                james.heapAfterCollection());
    }

    /** Returns the names of which there are more threads than before, or than permitted. */
    List<String> threadsMoreThan(Leaks before) {
        return threads.entrySet().stream()
                .filter(
                        entry ->
                                entry.getValue()
                                        > POOLS.getOrDefault(
                                                entry.getKey(),
                                                before.threads.getOrDefault(entry.getKey(), 0L)))
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.toList());
    }

    /** Returns how many octets more than before the plugin's own objects take. */
    long growthOfPluginSince(Leaks before) {
        return ofPlugin - before.ofPlugin;
    }

    /** Returns how many octets more than before the whole heap holds. */
    long growthSince(Leaks before) {
        return all - before.all;
    }

    @Override
    public String toString() {
        return all
                + " octets of heap, "
                + ofPlugin
                + " of the plugin's objects, threads "
                + threads;
    }
}
