/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import org.sharedmailbox.delegation.ExpiryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Sweeps up what delegations leave that have ended by themselves, again and again while James runs.
 * Nobody's access depends on it. Thread-safe.
 */
@Singleton
public class ExpirySweep {
    private static final Logger LOGGER = LoggerFactory.getLogger(ExpirySweep.class);

    private static final int MAX_QUEUED = 100;
    private static final int IDLE_SECONDS = 60;

    private final ExpiryService service;
    private final Duration period;
    private final Duration retention;
    private final Clock clock;
    private final Scheduler scheduler =
            Schedulers.newBoundedElastic(
                    1, MAX_QUEUED, "shared-mailboxes-sweep", IDLE_SECONDS, true);

    private volatile Optional<Instant> lastCompleted = Optional.empty();

    /** Whether the last sweep failed, which has been logged. */
    private volatile boolean failing;

    @Inject
    public ExpirySweep(
            ExpiryService service, SharedMailboxConfiguration configuration, Clock clock) {
        this.service = service;
        this.period = configuration.sweepPeriod();
        this.retention = configuration.expiredRetention();
        this.clock = clock;
    }

    /** Starts. To be called once, when James starts. */
    public void start() {
        scheduler.schedulePeriodically(this::sweep, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns how long it takes from the beginning of one sweep to that of the next. */
    public Duration period() {
        return period;
    }

    /**
     * Returns when the last sweep was completed on this server; empty if there was none since it
     * started.
     */
    public Optional<Instant> lastCompleted() {
        return lastCompleted;
    }

    /**
     * Sweeps once. A failure is logged the first time, and not again until it has worked; while
     * James stops it says nothing, because the store may be closed before the sweep has ended.
     */
    void sweep() {
        try {
            int recorded = service.recordEnds();
            int removed = service.removeEnded(retention);
            lastCompleted = Optional.of(clock.instant());
            if (recorded + removed > 0) {
                LOGGER.info(
                        "{} delegations have ended, and {} that ended more than {} ago were removed",
                        recorded,
                        removed,
                        retention);
            }
            if (failing) {
                LOGGER.info("Delegations that have ended are looked after again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (failing || scheduler.isDisposed()) {
                LOGGER.debug("Delegations that have ended are looked after later", e);
            } else {
                LOGGER.warn(
                        "Delegations that have ended give nothing, but are looked after later", e);
            }
            failing = true;
        }
    }

    /**
     * Ends the thread when James stops. What is not done is done after the next start. It is not
     * interrupted, or an embedded database would close its file under it.
     */
    @PreDestroy
    public void stop() {
        scheduler.disposeGracefully().subscribe();
    }
}
