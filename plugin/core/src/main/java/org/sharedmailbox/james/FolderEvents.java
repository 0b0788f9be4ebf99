/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.util.Optional;
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
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.model.FolderName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Makes the subscriptions that members chose for a folder follow it when it is renamed or deleted,
 * by whomever and by whatever means. This happens in the background: users can go on managing their
 * folders while our store is down.
 */
public class FolderEvents implements ReactiveGroupEventListener {
    private static final Logger LOGGER = LoggerFactory.getLogger(FolderEvents.class);

    /** A group of James's own class, whose name James can read back. */
    private static final Group GROUP = new GenericGroup("shared-mailboxes-folders");

    private static final int MAX_QUEUED = 100_000;
    private static final int IDLE_SECONDS = 60;

    private final EventBus eventBus;
    private final Subscriptions subscriptions;

    /** One daemon thread, so that two changes of one folder are followed in their order. */
    private final Scheduler inOrder =
            Schedulers.newBoundedElastic(
                    1, MAX_QUEUED, "shared-mailboxes-folders", IDLE_SECONDS, true);

    @Inject
    public FolderEvents(EventBus eventBus, Subscriptions subscriptions) {
        this.eventBus = eventBus;
        this.subscriptions = subscriptions;
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

    @Override
    public Publisher<Void> reactiveEvent(Event event) {
        return Mono.<Void>fromRunnable(() -> handle(event))
                .subscribeOn(inOrder.isDisposed() ? Schedulers.immediate() : inOrder);
    }

    /** Ends the thread when James stops, after what it has to do. */
    @PreDestroy
    public void close() {
        inOrder.disposeGracefully().subscribe();
    }

    private void handle(Event event) {
        MailboxPath path = ((MailboxEvent) event).getMailboxPath();
        Optional<FolderName> folder = nameOf(path);
        if (folder.isPresent() && event instanceof MailboxRenamed) {
            renamed(path.getUser(), folder.get(), ((MailboxRenamed) event).getNewPath());
        } else if (folder.isPresent()) {
            subscriptions.forget(path.getUser(), folder.get());
        }
    }

    private void renamed(Username owner, FolderName from, MailboxPath to) {
        // Renaming INBOX moves its mail into a new folder, and INBOX stays (RFC 3501 §6.3.5). A
        // folder that is moved to another owner is subject to that owner's delegations.
        if (from.equals(FolderName.INBOX) || !to.getUser().equals(owner)) {
            return;
        }
        nameOf(to)
                .ifPresentOrElse(
                        now -> subscriptions.rename(owner, from, now),
                        () -> subscriptions.forget(owner, from));
    }

    private static Optional<FolderName> nameOf(MailboxPath path) {
        Optional<FolderName> name = FolderName.parse(path.getName());
        if (name.isEmpty()) {
            LOGGER.debug("Nobody can subscribe to a folder with the name '{}'", path.getName());
        }
        return name;
    }
}
