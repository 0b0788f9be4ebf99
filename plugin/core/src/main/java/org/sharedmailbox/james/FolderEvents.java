/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.events.Event;
import org.apache.james.events.EventBus;
import org.apache.james.events.EventListener.ReactiveGroupEventListener;
import org.apache.james.events.Group;
import org.apache.james.mailbox.events.GenericGroup;
import org.apache.james.mailbox.events.MailboxEvents.MailboxDeletion;
import org.apache.james.mailbox.events.MailboxEvents.MailboxEvent;
import org.apache.james.mailbox.events.MailboxEvents.MailboxRenamed;
import org.apache.james.mailbox.model.MailboxPath;
import org.reactivestreams.Publisher;
import org.sharedmailbox.delegation.FolderChanges;
import org.sharedmailbox.model.Excerpt;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Makes what delegations and subscriptions say of a folder follow it when it is renamed or deleted,
 * by whomever and by whatever means. No access depends on it. This happens in the background: users
 * can go on managing their folders while our store is down.
 */
public class FolderEvents implements ReactiveGroupEventListener {
    private static final Logger LOGGER = LoggerFactory.getLogger(FolderEvents.class);
    private static final int MAX_LOGGED_LENGTH = 500;

    /** A group of James's own class, whose name James can read back. */
    private static final Group GROUP = new GenericGroup("shared-mailboxes-folders");

    private static final int MAX_QUEUED = 100_000;
    private static final int IDLE_SECONDS = 60;
    private static final int MAX_RETRIES = 8;
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);

    private final EventBus eventBus;
    private final FolderChanges changes;

    private final Queue<MailboxEvent> waiting = new LinkedBlockingQueue<>(MAX_QUEUED);
    private final AtomicInteger unfollowed = new AtomicInteger();

    /** Of the first that is waiting; used by one thread at a time. */
    private int failures;

    /** One daemon thread, so that two changes of one folder are followed in their order. */
    private final Scheduler inOrder =
            Schedulers.newBoundedElastic(
                    1, MAX_QUEUED, "shared-mailboxes-folders", IDLE_SECONDS, true);

    @Inject
    public FolderEvents(EventBus eventBus, FolderChanges changes) {
        this.eventBus = eventBus;
        this.changes = changes;
    }

    /** Starts to follow folders. To be called once, when James starts. */
    public void follow() {
        eventBus.register(this);
    }

    @Override
    public Group getDefaultGroup() {
        return GROUP;
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.ASYNCHRONOUS;
    }

    @Override
    public boolean isHandling(Event event) {
        return event instanceof MailboxRenamed || event instanceof MailboxDeletion;
    }

    /**
     * Hands the event over: James waits for its listeners, even for asynchronous ones, on JPA
     * within a transaction, and tries again for half a minute if one fails.
     */
    @Override
    public Publisher<Void> reactiveEvent(Event event) {
        return Mono.fromRunnable(() -> handOver((MailboxEvent) event));
    }

    private void handOver(MailboxEvent event) {
        if (!waiting.offer(event)) {
            LOGGER.error(
                    "Too many changes of folders are waiting; not following {}",
                    printable(event.getMailboxPath()));
        } else if (unfollowed.getAndIncrement() == 0 && !inOrder.isDisposed()) {
            inOrder.schedule(this::followAll);
        }
    }

    /** Follows all that are waiting; goes on later with one that fails. */
    private void followAll() {
        do {
            try {
                handle(waiting.element());
            } catch (RuntimeException | Error e) {
                // Whatever it is: if it got out, no other change would be followed.
                if (failures < MAX_RETRIES && !inOrder.isDisposed()) {
                    LOGGER.debug("A change of a folder is followed later", e);
                    long delay = FIRST_RETRY.toMillis() << failures;
                    failures++;
                    inOrder.schedule(this::followAll, delay, TimeUnit.MILLISECONDS);
                    return;
                }
                LOGGER.error(
                        "What became of {} is not followed",
                        printable(waiting.element().getMailboxPath()),
                        e);
            }
            failures = 0;
            waiting.remove();
        } while (unfollowed.decrementAndGet() > 0);
    }

    /** Ends the thread when James stops, after what it has to do. */
    @PreDestroy
    public void close() {
        inOrder.disposeGracefully().subscribe();
    }

    private void handle(MailboxEvent change) {
        MailboxPath path = change.getMailboxPath();
        // INBOX stays, whatever James does to rename it (RFC 3501 §6.3.5).
        Optional<FolderName> folder = nameOf(path).filter(name -> !name.equals(FolderName.INBOX));
        if (folder.isEmpty()) {
            return;
        }
        FolderId id = FolderId.of(change.getMailboxId());
        if (change instanceof MailboxRenamed) {
            renamed(id, path.getUser(), folder.get(), ((MailboxRenamed) change).getNewPath());
        } else {
            changes.deleted(path.getUser(), id, folder.get());
        }
    }

    /** A folder that is moved to another owner is subject to that owner's delegations. */
    private void renamed(FolderId id, Username owner, FolderName from, MailboxPath to) {
        if (to.getUser().equals(owner)) {
            nameOf(to)
                    .ifPresentOrElse(
                            now -> changes.renamed(owner, id, from, now),
                            () -> changes.hidden(owner, from));
        }
    }

    private static Optional<FolderName> nameOf(MailboxPath path) {
        Optional<FolderName> name = FolderName.parse(path.getName());
        if (name.isEmpty()) {
            LOGGER.debug("Nobody can be given the folder {}", printable(path));
        }
        return name;
    }

    private static String printable(MailboxPath path) {
        return Excerpt.printable(MAX_LOGGED_LENGTH, path.asString());
    }
}
