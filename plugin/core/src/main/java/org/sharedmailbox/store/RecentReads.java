/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
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

    private final Ticker ticker;
    private final LongAdder hits;
    private final LongAdder misses;
    private final Cache<K, Read<V>> reads;

    /**
     * The number of changes that this process has made. Reads that began before the last one are
     * not used, whatever the change was: changes are rare, and reading again is cheap.
     */
    private final AtomicLong changes = new AtomicLong();

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
                && read.change == changes.get()
                && ticker.read() - read.started < MAX_AGE.toNanos()) {
            hits.increment();
            return read.value;
        }
        long change = changes.get();
        long started = ticker.read();
        V value = load.apply(key);
        misses.increment();
        reads.put(key, new Read<>(value, change, started));
        return value;
    }

    /** Drops everything: from now on, callers read the store. */
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
