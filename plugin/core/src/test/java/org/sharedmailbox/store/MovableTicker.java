/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A ticker for caches that stands still until a test moves it. */
final class MovableTicker implements Ticker {
    private final AtomicLong nanos = new AtomicLong();

    void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public long read() {
        return nanos.get();
    }
}
