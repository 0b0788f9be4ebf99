/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.sharedmailbox.audit.AuditQueue;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Writes what waits in the {@link AuditQueue}, and which delegations were used, twice a second: a
 * James that is killed loses what was recorded within less than a second. Everybody who records
 * anything is stopped before it, because James stops first what it made last. Thread-safe.
 */
@Singleton
public class AuditWriter {
    private static final Logger LOGGER = LoggerFactory.getLogger(AuditWriter.class);
    private static final Duration PERIOD = Duration.ofMillis(400);

    private final AuditQueue queue;
    private final UseRecorder uses;
    private final Scheduler timer = Schedulers.newSingle("shared-mailboxes-audit-writer", true);

    private boolean failing;
    private long leftOutBefore;

    @Inject
    public AuditWriter(AuditQueue queue, UseRecorder uses) {
        this.queue = queue;
        this.uses = uses;
    }

    /** Starts to write. To be called once. */
    public void start() {
        timer.schedulePeriodically(
                this::write, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void write() {
        attempt(queue::write);
        writeUses();
    }

    private void writeUses() {
        try {
            uses.write();
        } catch (StoreUnavailableException e) {
            LOGGER.debug("Last uses are noted later", e);
        } catch (RuntimeException e) {
            // Another server may have noted the first use of a delegation at the same moment.
            LOGGER.info("Last uses are noted later: {}", e.getMessage());
        }
    }

    private void attempt(Runnable work) {
        try {
            work.run();
            if (failing) {
                LOGGER.info("The entries that waited for the audit log are written");
            }
            failing = false;
        } catch (StoreUnavailableException e) {
            if (!failing) {
                LOGGER.warn("Entries wait for the audit log: {}", e.getMessage());
            }
            failing = true;
        } catch (RuntimeException e) {
            drop(e);
        }
        long leftOut = queue.leftOut();
        if (leftOutBefore == 0 && leftOut > 0) {
            LOGGER.warn(
                    "Too many entries wait for the audit log ({}): more are only counted until the"
                            + " store answers",
                    queue.size());
        }
        leftOutBefore = leftOut;
    }

    /** One that can never be written must not keep all others waiting. */
    private void drop(RuntimeException reason) {
        try {
            queue.writeAllButTheFirstThatIsRefused()
                    .ifPresent(
                            entry ->
                                    LOGGER.error(
                                            "The store refuses an entry of the audit log: {} {} {}",
                                            entry.actor().name(),
                                            entry.action().wireName(),
                                            entry.details(),
                                            reason));
        } catch (RuntimeException e) {
            LOGGER.warn("Entries wait for the audit log: {}", e.getMessage());
        }
    }

    /** Writes what is still to be written. James calls it when it stops. */
    @PreDestroy
    public void stop() {
        timer.dispose();
        synchronized (this) {
            attempt(queue::close);
            writeUses();
        }
    }
}
