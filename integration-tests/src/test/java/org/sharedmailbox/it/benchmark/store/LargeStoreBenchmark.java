/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import com.google.common.base.Stopwatch;
import com.google.common.collect.Comparators;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sharedmailbox.it.benchmark.Figures;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.store.LargeCompany;

/**
 * What a stock James with the plugin makes of a store with a million delegations, and what it needs
 * for 10,000 shared mailboxes.
 *
 * <p>The store is on PostgreSQL. This James forgets its accounts when it stops; what it finds in a
 * file of its own it ends when it starts, as about others, while a database that other servers may
 * use it leaves alone. Nobody signs in as any of these people, so they need no accounts.
 */
@EnabledIfSystemProperty(
        named = "benchmark.large",
        matches = "true",
        disabledReason = "Takes minutes; run with -Dbenchmark.large=true")
class LargeStoreBenchmark {
    private static final LargeCompany NOBODY_YET = LargeCompany.of(1, 1);
    private static final LargeCompany MILLION = LargeCompany.of(100_000, 10);
    private static final LargeCompany TWO_HUNDRED_THOUSAND = LargeCompany.of(10_000, 20);

    /** In MiB. */
    private static final int LITTLE_HEAP = 256;

    private static final int STARTS = 3;
    private static final int PAGES = 20;
    private static final int LOOKS = 4;

    private static final Duration MAX_START = Duration.ofMillis(1_500);
    private static final double MAX_HEAP = 40e6;
    private static final double MAX_HEAP_OF_EXPORT = 16e6;

    private final Figures figures =
            new Figures("large-store", "A stock James with a large store (PostgreSQL)");

    @Test
    void aMillionDelegations() {
        try (FilledStores stores = FilledStores.start();
                StockJames small = laidOut("store-small", stores.postgres(NOBODY_YET));
                StockJames large = laidOut("store-large", stores.postgres(MILLION));
                StockJames middle =
                        laidOut("store-middle", stores.postgres(TWO_HUNDRED_THOUSAND))) {
            Duration without = start(small);
            long heapWithout = heap(small);
            Duration with = start(large);
            for (int n = 1; n < STARTS; n++) {
                small.stop();
                without = Comparators.min(without, start(small));
                large.stop();
                with = Comparators.min(with, start(large));
            }
            small.stop();
            Duration more = with.minus(without);
            figures.add(
                    "start-up with 1,000,000 delegations, with next to none",
                    seconds(with) + ", " + seconds(without),
                    "≤ +1.5 s",
                    more.compareTo(MAX_START) <= 0);
            administer(large);
            large.stop();
            start(middle);
            Export.from(middle, TWO_HUNDRED_THOUSAND.delegations(), 0);
            long heap = heap(middle);
            figures.add(
                    "heap with 10,000 shared mailboxes and 200,000 delegations, with next to none",
                    megabytes(heap) + ", " + megabytes(heapWithout),
                    "≤ +40 MB",
                    heap - heapWithout <= MAX_HEAP);
        }
    }

    private static StockJames laidOut(String name, String url) {
        StockJames james = StockJames.named(name).withHeap(LITTLE_HEAP).layOut();
        james.configuration("shared-mailboxes.properties").append("store.url=" + url);
        return james;
    }

    private static Duration start(StockJames james) {
        Stopwatch watch = Stopwatch.createStarted();
        james.start();
        return watch.elapsed();
    }

    private static long heap(StockJames james) {
        Administrator.of(james).webAdmin().get("/delegations?limit=1000");
        return james.heapAfterCollection();
    }

    private void administer(StockJames james) {
        figures.add("a page of 100 of 1,000,000, the first", page(james, 0));
        figures.add("a page of 100 of 1,000,000, in the middle", page(james, 500_000));
        Export first = Export.from(james, MILLION.delegations(), 0);
        figures.add(
                "export of 1,000,000 as CSV",
                String.format(
                        Locale.ROOT,
                        "%s, %,d rows a second",
                        seconds(first.taken()),
                        first.rowsPerSecond()));
        long before = james.heapAfterCollection();
        long largest = Export.from(james, MILLION.delegations(), LOOKS).largestHeap();
        figures.add(
                "heap during the export (of " + LITTLE_HEAP + " MiB), before it",
                megabytes(largest) + ", " + megabytes(before),
                "constant: ≤ +16 MB",
                largest - before <= MAX_HEAP_OF_EXPORT);
    }

    private static String page(StockJames james, int offset) {
        Administrator administrator = Administrator.of(james);
        return Stream.generate(
                        () -> {
                            Stopwatch watch = Stopwatch.createStarted();
                            administrator
                                    .webAdmin()
                                    .get("/delegations?limit=100&offset=" + offset)
                                    .expectSuccess();
                            return watch.elapsed();
                        })
                .limit(PAGES)
                .sorted(Comparator.naturalOrder())
                .skip(PAGES / 2)
                .findFirst()
                .map(median -> median.toMillis() + " ms (median)")
                .orElseThrow();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1e3);
    }

    private static String megabytes(long octets) {
        return String.format(Locale.ROOT, "%.1f MB", octets / 1e6);
    }
}
