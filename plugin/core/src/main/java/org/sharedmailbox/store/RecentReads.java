/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * A cache of what was read from the store within the last second, and since the last change that
 * this process made. The second is counted from the start of a read, not from its end: a slow store
 * must not make its answers last longer. No caller waits for another's read, so that a store that
 * is down makes each caller wait once, and not for all callers before. Thread-safe.
 */
final class RecentReads<K, V> {
    /** A revocation made by another James must take effect within a second. */
    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    private static final int MAX_ENTRIES = 50_000;
    private static final int COUNTERS = 1_024;

    private final Ticker ticker;
    private final LongAdder hits;
    private final LongAdder misses;
    private final Cache<K, Read<V>> reads;

    /**
     * The numbers of changes that this process has made to everything, and to single keys: of those
     * whose hashes are alike, together. Reads that began before the last one are not used.
     */
    private final AtomicLong changesOfAll = new AtomicLong();

    private final AtomicLongArray changesOfSome = new AtomicLongArray(COUNTERS);

    RecentReads(Ticker ticker, LongAdder hits, LongAdder misses) {
        this.hits = hits;
        this.misses = misses;
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
                && read.change == changesOf(key)
                && ticker.read() - read.started < MAX_AGE.toNanos()) {
            hits.increment();
            return read.value;
        }
        long change = changesOf(key);
        long started = ticker.read();
        V value = load.apply(key);
        misses.increment();
        reads.put(key, new Read<>(value, change, started));
        return value;
    }

    /** Drops everything: from now on, callers read the store. */
    void forgetAll() {
        changesOfAll.incrementAndGet();
    }

    /** Drops what was read for the key, and may drop what was read for others. */
    void forget(K key) {
        changesOfSome.incrementAndGet(counterOf(key));
    }

    /** Returns a number that is higher after each change: neither of the two ever falls. */
    private long changesOf(K key) {
        return changesOfAll.get() + changesOfSome.get(counterOf(key));
    }

    private static int counterOf(Object key) {
        return Math.floorMod(key.hashCode(), COUNTERS);
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
