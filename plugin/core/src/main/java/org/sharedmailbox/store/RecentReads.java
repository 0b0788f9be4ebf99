/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Function;

/**
 * What was read from the store within the last second. The second is counted from the start of the
 * reading, not from its end: a slow store must not make what it answers last longer. Safe for use
 * by many threads.
 */
final class RecentReads<K, V> {
    /** A revocation made by another James must be effective within a second. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final int MOST_ENTRIES = 50_000;

    private final Ticker ticker;
    private final Cache<K, Read<V>> cache;

    RecentReads(Ticker ticker) {
        this.ticker = ticker;
        this.cache =
                Caffeine.newBuilder()
                        .expireAfter(new SinceStart<K, V>())
                        .maximumSize(MOST_ENTRIES)
                        .ticker(ticker)
                        .build();
    }

    V get(K key, Function<K, V> load) {
        return cache.get(
                        key,
                        missing -> {
                            long started = ticker.read();
                            return new Read<>(load.apply(missing), started);
                        })
                .value;
    }

    /** Waits for whoever is reading that key just now, and forgets what they read too. */
    void forget(K key) {
        cache.invalidate(key);
    }

    private static final class Read<V> {
        private final V value;
        private final long started;

        Read(V value, long started) {
            this.value = value;
            this.started = started;
        }
    }

    private static final class SinceStart<K, V> implements Expiry<K, Read<V>> {
        @Override
        public long expireAfterCreate(K key, Read<V> read, long now) {
            return Math.max(0, LONGEST.toNanos() - (now - read.started));
        }

        @Override
        public long expireAfterUpdate(K key, Read<V> read, long now, long remaining) {
            return expireAfterCreate(key, read, now);
        }

        @Override
        public long expireAfterRead(K key, Read<V> read, long now, long remaining) {
            return remaining;
        }
    }
}
