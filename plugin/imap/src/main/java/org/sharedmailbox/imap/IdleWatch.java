/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.RemoteChanges;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Knows who idles in another owner's mailbox, and ends that within a second once the access has
 * ended, whether it was revoked, has run out, or a policy suspends it. Safe for use by many
 * threads.
 */
@Singleton
class IdleWatch implements DelegationChanges.Listener {
    private static final Logger LOGGER = LoggerFactory.getLogger(IdleWatch.class);
    private static final Duration PERIOD = Duration.ofMillis(300);

    private final FrontDesk desk;
    private final RemoteChanges elsewhere;
    private final Clock clock;
    private final AtomicBoolean asksElsewhere = new AtomicBoolean();
    private final Set<IdlingClient> clients = ConcurrentHashMap.newKeySet();

    @Inject
    IdleWatch(FrontDesk desk, DelegationChanges changes, RemoteChanges elsewhere, Clock clock) {
        this.desk = desk;
        this.elsewhere = elsewhere;
        this.clock = clock;
        changes.subscribe(this);
        Scheduler timer = Schedulers.newSingle("shared-mailboxes-idle", true);
        timer.schedulePeriodically(
                this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    void watch(IdlingClient client) {
        clients.add(client);
        // What was announced between the command's own question and this line is asked for again.
        ask(one -> one == client);
    }

    @Override
    public void accessChanged(Username owner, Username delegate) {
        ask(client -> client.owner().equals(owner) && client.member().equals(delegate));
    }

    private void look() {
        clients.removeIf(client -> !client.idles());
        ask(client -> client.mayHaveEndedBy(clock.instant()));
        // One question at a time, also when the store is slow.
        if (!clients.isEmpty() && asksElsewhere.compareAndSet(false, true)) {
            try {
                StoreThreads.MAY_WAIT.schedule(this::askElsewhere);
            } catch (RejectedExecutionException e) {
                LOGGER.warn("Too many commands wait for the store", e);
                asksElsewhere.set(false);
            }
        }
    }

    private void askElsewhere() {
        try {
            Predicate<Username> concerned = elsewhere.ownersConcerned();
            ask(client -> concerned.test(client.owner()));
        } catch (StoreUnavailableException e) {
            LOGGER.debug("What other servers have changed is not known", e);
        } finally {
            asksElsewhere.set(false);
        }
    }

    private void ask(Predicate<IdlingClient> affected) {
        clients.stream()
                .filter(affected)
                .forEach(
                        client -> StoreThreads.MAY_WAIT.schedule(() -> endUnlessPermitted(client)));
    }

    private void endUnlessPermitted(IdlingClient client) {
        try {
            Access access = desk.accessOf(client.member(), client.owner());
            client.asked(access);
            if (!desk.rightsOf(access, client.selection()).allow(Right.Read)) {
                client.end();
            }
        } catch (StoreUnavailableException e) {
            // Nothing is known, and nothing is told to an idling client without asking again.
            LOGGER.debug("Whether {} may idle on is not known", client.member().asString(), e);
        }
    }
}
