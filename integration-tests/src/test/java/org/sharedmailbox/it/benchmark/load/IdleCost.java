/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.sharedmailbox.it.benchmark.Figures;
import org.sharedmailbox.it.server.StockJames;

/** What a server takes while nothing happens. Immutable. */
final class IdleCost {
    private static final Duration OBSERVED = Duration.ofSeconds(Size.of("idle.seconds", 10));
    private static final int COLLECTIONS = 3;
    private static final int MAX_KIBIBYTES_MORE = 4;
    private static final int MAX_PERMILLE_MORE = 5;

    private final long heap;
    private final long cpuNanos;

    private IdleCost(long heap, long cpuNanos) {
        this.heap = heap;
        this.cpuNanos = cpuNanos;
    }

    /** Looks at a server for ten seconds, and then at its heap. */
    static IdleCost of(StockJames james) {
        // What has just been done, and its compilation, is not to count.
        james.heapAfterCollection();
        pass(Duration.ofSeconds(2));
        Duration started = james.cpuTime();
        pass(OBSERVED);
        long cpu = james.cpuTime().minus(started).toNanos();
        return new IdleCost(heapOf(james), cpu);
    }

    private static long heapOf(StockJames james) {
        long heap = Long.MAX_VALUE;
        for (int n = 0; n < COLLECTIONS; n++) {
            heap = Math.min(heap, james.heapAfterCollection());
        }
        return heap;
    }

    private static void pass(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.multipliedBy(2)).until(() -> true);
    }

    IdleCost minus(IdleCost other) {
        return new IdleCost(heap - other.heap, cpuNanos - other.cpuNanos);
    }

    /** Returns how much larger the heap of that server is by now, in KiB. */
    long heapGrowth(StockJames james) {
        return (heapOf(james) - heap) / 1_024;
    }

    /** Adds rows about what that many sessions take in shared mailboxes, beside own ones. */
    void addTo(Figures figures, IdleCost own, int sessions) {
        double mine = (double) heap / sessions / 1_024;
        double theirs = (double) own.heap / sessions / 1_024;
        figures.add(
                "heap of a session, shared / own",
                String.format(Locale.ROOT, "%.1f / %.1f KiB", mine, theirs),
                "≤ +" + MAX_KIBIBYTES_MORE + " KiB",
                mine <= theirs + MAX_KIBIBYTES_MORE);
        figures.add(
                "processor while nothing happens, shared / own, of one core",
                String.format(Locale.ROOT, "%.1f / %.1f ‰", permille(), own.permille()),
                "≤ +" + MAX_PERMILLE_MORE + " ‰",
                permille() <= own.permille() + MAX_PERMILLE_MORE);
    }

    private double permille() {
        return 1_000.0 * cpuNanos / OBSERVED.toNanos();
    }
}
