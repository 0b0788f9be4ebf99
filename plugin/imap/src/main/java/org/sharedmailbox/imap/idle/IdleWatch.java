/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.RemoteChanges;
import org.sharedmailbox.delegation.RemoteNews;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows who idles in another owner's folder, and ends that within a second once the access has
 * ended, whether it was revoked, has expired, or a policy suspends it. Thread-safe.
 */
@Singleton
class IdleWatch implements DelegationChanges.Listener {
    private static final Logger LOGGER = LoggerFactory.getLogger(IdleWatch.class);
    private static final Duration PERIOD = Duration.ofMillis(300);

    private final AccessChecker access;
    private final RemoteChanges remoteChanges;
    private final BlockingScheduler scheduler;
    private final Clock clock;
    private final AtomicBoolean askingRemote = new AtomicBoolean();
    private final Set<IdlingClient> clients = ConcurrentHashMap.newKeySet();

    /** Those for whom the store had no answer: a change is announced only once. */
    private final Set<IdlingClient> unanswered = ConcurrentHashMap.newKeySet();

    @Inject
    IdleWatch(
            AccessChecker access,
            DelegationChanges changes,
            RemoteChanges remoteChanges,
            RemoteNews news,
            BlockingScheduler scheduler,
            Clock clock) {
        this.access = access;
        this.remoteChanges = remoteChanges;
        this.scheduler = scheduler;
        this.clock = clock;
        changes.subscribe(this);
        news.subscribe(this::lookAtOthers);
        scheduler.every(PERIOD, this::look);
    }

    void watch(IdlingClient client) {
        clients.add(client);
        // A change announced between the command's own question and this line is asked for again.
        ask(one -> one == client);
    }

    @Override
    public void accessChanged(Username owner, Username delegate) {
        ask(client -> client.owner().equals(owner) && client.delegate().equals(delegate));
    }

    private void look() {
        clients.removeIf(client -> !client.isIdling());
        Instant now = clock.instant();
        unanswered.retainAll(clients);
        ask(client -> unanswered.remove(client) || client.mayHaveEndedBy(now));
        lookAtOthers();
    }

    /** Asks what other servers have changed. Does not block. */
    private void lookAtOthers() {
        // One question at a time, also when the store is slow.
        if (!clients.isEmpty() && askingRemote.compareAndSet(false, true)) {
            try {
                scheduler.scheduler().schedule(this::askRemote);
            } catch (RejectedExecutionException e) {
                LOGGER.warn("Too many commands are waiting for the store", e);
                askingRemote.set(false);
            }
        }
    }

    private void askRemote() {
        try {
            Predicate<Username> concerned = remoteChanges.ownersConcerned();
            ask(client -> concerned.test(client.owner()));
        } catch (StoreUnavailableException e) {
            LOGGER.debug("Changes of other servers cannot be read", e);
        } finally {
            askingRemote.set(false);
        }
    }

    private void ask(Predicate<IdlingClient> affected) {
        clients.stream().filter(affected).forEach(this::askFor);
    }

    private void askFor(IdlingClient client) {
        try {
            scheduler.scheduler().schedule(() -> endUnlessPermitted(client));
        } catch (RejectedExecutionException e) {
            LOGGER.debug("Too many commands are waiting for the store", e);
            unanswered.add(client);
        }
    }

    private void endUnlessPermitted(IdlingClient client) {
        try {
            Access held = access.accessTo(client.owner(), client.user());
            client.noteAccess(held);
            if (!access.rightsIn(client.folder(), held).allow(Right.Read)) {
                client.end();
            }
        } catch (StoreUnavailableException e) {
            // Nothing is known, and an idling client is told nothing without asking again.
            unanswered.add(client);
            LOGGER.debug("The access of {} cannot be checked", client.delegate().asString(), e);
        }
    }
}
