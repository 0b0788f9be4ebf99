/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.notice.EndReminders;
import org.sharedmailbox.notice.delivery.NoticeDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Sends notices in the background: right after the change that they are about, and every few
 * seconds what was held back, has failed, or was left by a server that died. Thread-safe.
 */
@Singleton
public class NoticeCourier {
    private static final Logger LOGGER = LoggerFactory.getLogger(NoticeCourier.class);
    private static final Duration SENDING_PERIOD = Duration.ofSeconds(5);
    private static final Duration REMINDING_PERIOD = Duration.ofMinutes(10);

    private final DelegationChanges changes;
    private final NoticeDelivery delivery;
    private final EndReminders reminders;
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private final Scheduler scheduler = Schedulers.newSingle("shared-mailboxes-notices", true);

    @Inject
    public NoticeCourier(
            DelegationChanges changes, NoticeDelivery delivery, EndReminders reminders) {
        this.changes = changes;
        this.delivery = delivery;
        this.reminders = reminders;
    }

    /** Starts. To be called once, when James starts. */
    public void start() {
        changes.subscribe((owner, delegate) -> wake());
        repeat(this::send, SENDING_PERIOD, SENDING_PERIOD);
        repeat(this::remind, SENDING_PERIOD, REMINDING_PERIOD);
    }

    private void wake() {
        // Once for many changes at a time.
        if (isWoken.compareAndSet(false, true)) {
            scheduler.schedule(
                    () -> {
                        isWoken.set(false);
                        attempt(this::send);
                    });
        }
    }

    private void send() {
        delivery.sendDue();
    }

    private void remind() {
        reminders.remind();
        delivery.sendDue();
    }

    private void repeat(Runnable work, Duration delay, Duration period) {
        scheduler.schedulePeriodically(
                () -> attempt(work), delay.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailableException e) {
            LOGGER.debug("Notices are sent later", e);
        } catch (RuntimeException e) {
            LOGGER.warn("Notices are sent later", e);
        }
    }

    /** Ends the thread when James stops. */
    @PreDestroy
    public void close() {
        scheduler.dispose();
    }
}
