/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What was read from the store within the last second, and since the last change that was made
 * here. The second is counted from the start of the reading, not from its end: a slow store must
 * not make what it answers last longer. Nobody waits for somebody else's reading, so that a store
 * that is down costs each who asks its own wait and not those of all before. Thread-safe.
 */
final class RecentReads<K, V> {
    /** A revocation made by another James must be effective within a second. */
    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    private static final int MAX_ENTRIES = 50_000;

    private final Ticker ticker;
    private final Cache<K, Read<V>> reads;

    /**
     * How many changes were made here. What was read, or was begun to be read, before the last one
     * is not believed, whatever it is about: changes are rare, and reading anew is cheap.
     */
    private final AtomicLong changes = new AtomicLong();

    RecentReads(Ticker ticker) {
        this.ticker = ticker;
        this.reads =
                Caffeine.newBuilder()
                        .expireAfterWrite(MAX_AGE)
                        .maximumSize(MAX_ENTRIES)
                        .ticker(ticker)
                        .build();
    }

    V get(K key, Function<K, V> load) {
        Read<V> read = reads.getIfPresent(key);
        if (read != null
                && read.change == changes.get()
                && ticker.read() - read.started < MAX_AGE.toNanos()) {
            return read.value;
        }
        long change = changes.get();
        long started = ticker.read();
        V value = load.apply(key);
        reads.put(key, new Read<>(value, change, started));
        return value;
    }

    /** Makes everyone who asks from now on ask the store. */
    void forgetAll() {
        changes.incrementAndGet();
    }

    private static final class Read<V> {
        private final V value;
        private final long change;
        private final long started;

        Read(V value, long change, long started) {
            this.value = value;
            this.change = change;
            this.started = started;
        }
    }
}
