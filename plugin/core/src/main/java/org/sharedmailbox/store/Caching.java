/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Ticker;

/** How time passes for what was read from the store and is believed for a while. */
public final class Caching {
    private final Ticker ticker;

    private Caching(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Entries age by the machine's own timer, which nobody sets back. */
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
