/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Ticker;

/** Creates the caches of what was read from the store; their entries age by one ticker. */
public final class Caching {
    private final Ticker ticker;

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

    <K, V> RecentReads<K, V> newCache() {
        return new RecentReads<>(ticker);
    }
}
