/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.atomic.LongAdder;
import org.sharedmailbox.transaction.CacheCounts;

/** Creates the caches of what was read from the store; their entries age by one ticker. */
public final class Caching {
    private final Ticker ticker;

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    private Caching(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Returns caching by the machine's own monotonic timer. */
    public static Caching standard() {
        return new Caching(Ticker.systemTicker());
    }

    static Caching by(Ticker ticker) {
        return new Caching(ticker);
    }

    Ticker ticker() {
        return ticker;
    }

    /** Returns the counts of all its caches together. */
    CacheCounts counts() {
        return new CacheCounts() {
            @Override
            public long hits() {
                return hits.sum();
            }

            @Override
            public long misses() {
                return misses.sum();
            }
        };
    }

    <K, V> RecentReads<K, V> newCache() {
        return new RecentReads<>(ticker, hits, misses);
    }
}
