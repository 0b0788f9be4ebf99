/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.delivery;

import java.util.concurrent.atomic.AtomicLong;
import javax.inject.Singleton;

/** Counts what became of notices since this process started, for its metrics. Thread-safe. */
@Singleton
public class NoticeCounts {
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();

    /** Returns how many were handed to James. */
    public long sent() {
        return sent.get();
    }

    /** Returns how many attempts to send one failed. */
    public long failed() {
        return failed.get();
    }

    /** Returns how many will never be sent, because too many attempts failed. */
    public long givenUp() {
        return givenUp.get();
    }

    void countSent() {
        sent.incrementAndGet();
    }

    void countFailed() {
        failed.incrementAndGet();
    }

    void countGivenUp() {
        givenUp.incrementAndGet();
    }
}
