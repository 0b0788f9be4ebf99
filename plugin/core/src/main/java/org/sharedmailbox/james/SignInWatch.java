/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reads twice a second which sign-ins other servers have changed, so that no command of anybody has
 * to. Thread-safe.
 */
@Singleton
public class SignInWatch {
    private static final Logger LOGGER = LoggerFactory.getLogger(SignInWatch.class);

    /** What another James does must take effect within a second, the time of a read included. */
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final SignInChanges changes;
    private final Scheduler timer = Schedulers.newSingle("shared-mailboxes-sign-ins", true);

    @Inject
    public SignInWatch(SignInChanges changes) {
        this.changes = changes;
    }

    /** Starts to read. To be called once, when James starts; may block for a query. */
    public void start() {
        read();
        timer.schedulePeriodically(
                this::read, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Reads once. To be called before a server accepts connections, which James may do before it
     * starts us: whoever signs in before anything is known has to sign in again.
     */
    public void read() {
        try {
            changes.refresh();
        } catch (StoreUnavailableException e) {
            LOGGER.debug("Changes of sign-in cannot be read", e);
        } catch (RuntimeException e) {
            LOGGER.warn("Changes of sign-in cannot be read", e);
        }
    }

    /** Ends the thread when James stops. */
    @PreDestroy
    public void close() {
        timer.dispose();
    }
}
