/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.sharedmailbox.audit.AuditRetention;
import org.sharedmailbox.audit.RefusalLog;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps the audit log in bounds while James runs: records refusals that were only counted, and
 * removes what is too old or too much.
 */
@Singleton
public class AuditUpkeep {
    private static final Logger LOGGER = LoggerFactory.getLogger(AuditUpkeep.class);
    private static final Duration RECORDING_PERIOD = Duration.ofMinutes(1);
    private static final Duration REMOVAL_PERIOD = Duration.ofMinutes(10);

    /** A few periods may pass while the store is slow. */
    private static final int MAX_QUEUED = 100;

    private static final int IDLE_SECONDS = 60;

    private final RefusalLog refusals;
    private final AuditRetention retention;
    private final Clock clock;
    private final SharedMailboxConfiguration configuration;
    private final Scheduler scheduler =
            Schedulers.newBoundedElastic(
                    1, MAX_QUEUED, "shared-mailboxes-audit", IDLE_SECONDS, true);

    @Inject
    public AuditUpkeep(
            RefusalLog refusals,
            AuditRetention retention,
            Clock clock,
            SharedMailboxConfiguration configuration) {
        this.refusals = refusals;
        this.retention = retention;
        this.clock = clock;
        this.configuration = configuration;
    }

    /** Starts. To be called once, when James starts. */
    public void start() {
        repeat(refusals::recordRest, RECORDING_PERIOD);
        repeat(this::remove, REMOVAL_PERIOD);
    }

    private void remove() {
        retention.removeOldestRefusals(configuration.maxAuditedRefusals());
        retention.removeOldestActivities(configuration.maxAuditedActivities());
        retention.removeBefore(clock.instant().minus(configuration.auditRetention()));
    }

    private void repeat(Runnable work, Duration period) {
        scheduler.schedulePeriodically(
                () -> attempt(work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOGGER.warn("The audit log is looked after later: {}", e.getMessage());
        }
    }

    /** Writes what is still to be written. James calls it when it stops. */
    @PreDestroy
    public void stop() {
        scheduler.dispose();
        attempt(refusals::close);
    }
}
