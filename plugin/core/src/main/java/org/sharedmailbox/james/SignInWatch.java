/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.delegation.RemoteNews;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reads which sign-ins other servers have changed, twice a second and when there is news, so that
 * no command of anybody has to; but for those after the server itself was asleep. Thread-safe.
 */
@Singleton
public class SignInWatch {
    private static final Logger LOGGER = LoggerFactory.getLogger(SignInWatch.class);

    /** What another James does must take effect within a second, the time of a read included. */
    private static final Duration PERIOD = Duration.ofMillis(500);

    /** Three beats are missing: no timer is so late on a server that works. */
    private static final Duration STANDSTILL = PERIOD.multipliedBy(3);

    /** Longer than a look-up may take, one that was under way and the next. */
    private static final Duration TIMEOUT = Duration.ofSeconds(7);

    private final SignInChanges changes;
    private final RemoteNews news;
    private final Ticker ticker;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicBoolean aboutToRead = new AtomicBoolean();
    private final Scheduler timer = Schedulers.newSingle("shared-mailboxes-sign-ins", true);

    /** Of its own: the other waits for the store. */
    private final Scheduler heart = Schedulers.newSingle("shared-mailboxes-heart", true);

    private final Pulse pulse = new Pulse(STANDSTILL);

    /** When the last read began that has succeeded. */
    private volatile long read;

    private volatile boolean started;

    @Inject
    public SignInWatch(SignInChanges changes, RemoteNews news) {
        this(changes, news, Ticker.systemTicker());
    }

    SignInWatch(SignInChanges changes, RemoteNews news, Ticker ticker) {
        this.changes = changes;
        this.news = news;
        this.ticker = ticker;
    }

    /** Starts to read. To be called once, when James starts; may block for a query. */
    public void start() {
        read();
        beat();
        started = true;
        heart.schedulePeriodically(
                this::beat, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        timer.schedulePeriodically(
                this::read, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        news.subscribeToSignIns(this::readSoon);
    }

    /**
     * Reads once. To be called before a server accepts connections, which James may do before it
     * starts us: whoever signs in before anything is known has to sign in again.
     */
    public void read() {
        reading.lock();
        try {
            attempt();
        } finally {
            reading.unlock();
        }
    }

    /**
     * Decides whether this server has stood still, as a machine that was put to sleep, and nothing
     * was read since: what is known may have been long ago. A store that does not answer is no
     * reason: then what was known last counts; also, after a while, for who has just woken up.
     */
    public boolean isBehind() {
        if (!started) {
            return false;
        }
        long now = ticker.read();
        return pulse.lastStandstill(now).filter(woken -> isUnread(woken, now)).isPresent();
    }

    private boolean isUnread(long woken, long now) {
        return read - woken < 0 && now - woken < TIMEOUT.toNanos();
    }

    /** Reads if that has been left undone. Waits for whoever reads already. */
    public void catchUp() {
        try {
            if (isBehind() && reading.tryLock(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    if (isBehind()) {
                        attempt();
                    }
                } finally {
                    reading.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        // Before: this server may fall asleep while it reads.
        long began = ticker.read();
        try {
            changes.refresh();
            read = began;
        } catch (StoreUnavailableException e) {
            LOGGER.debug("Changes of sign-in cannot be read", e);
        } catch (RuntimeException e) {
            LOGGER.warn("Changes of sign-in cannot be read", e);
        }
    }

    /** Shows that this server does not stand still, whatever becomes of what it reads. */
    void beat() {
        pulse.beat(ticker.read());
    }

    private void readSoon() {
        if (aboutToRead.compareAndSet(false, true)) {
            timer.schedule(
                    () -> {
                        // Before: what is told during the read may have come too late for it.
                        aboutToRead.set(false);
                        read();
                    });
        }
    }

    /** Ends the threads when James stops. */
    @PreDestroy
    public void close() {
        timer.dispose();
        heart.dispose();
    }
}
