/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** How long what was read from the store may be believed. */
public final class Caching {
    /** A revocation made by another James must be effective within a second. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final int MOST_ENTRIES = 50_000;

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

    <K, V> Cache<K, V> newCache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(LONGEST)
                .maximumSize(MOST_ENTRIES)
                .ticker(ticker)
                .build();
    }
}
