/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import com.google.common.collect.Iterables;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.events.MailboxEvents.MailboxRenamed;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.proxy.Proxies;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.model.ImapRights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The selected mailbox during one IDLE: events reach James only while the delegate may read the
 * folder. The rights are asked for before James looks at what has changed, because it tells that on
 * threads that must not block, in 3.9 on the event loop; and after James is done with the event,
 * which it may deliver within a transaction of its own. Thread-safe.
 */
final class GuardedSelectedMailbox implements InvocationHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(GuardedSelectedMailbox.class);

    private final AccessChecker access;
    private final BlockingScheduler scheduler;
    private final IdlingClient client;
    private final SelectedFolder folder;
    private volatile ImapRights rights;

    /**
     * Guards the folder that the client idles in.
     *
     * @param rights those that were held when IDLE began
     */
    GuardedSelectedMailbox(
            AccessChecker access,
            BlockingScheduler scheduler,
            IdlingClient client,
            ImapRights rights) {
        this.access = access;
        this.scheduler = scheduler;
        this.client = client;
        this.folder = client.folder();
        this.rights = rights;
    }

    /** Returns the rights that were held at the last event. */
    ImapRights rights() {
        return rights;
    }

    SelectedMailbox asSelected() {
        return Proxies.of(SelectedMailbox.class, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("registerIdle") && arguments != null) {
            folder.mailbox()
                    .registerIdle(
                            Proxies.of(
                                    ReactiveEventListener.class,
                                    new Listener((ReactiveEventListener) arguments[0])));
            return null;
        }
        if (method.getName().equals("unregisterIdle")) {
            client.stopIdling();
        }
        return Proxies.forward(folder.mailbox(), method, arguments);
    }

    private boolean mayBeTold() {
        try {
            rights = access.rightsIn(folder, access.accessTo(client.owner(), client.user()));
            if (!rights.allow(Right.Read)) {
                client.end();
            }
        } catch (StoreUnavailableException e) {
            // Nothing is known, so nothing is told; the changes are still there at the next event.
            rights = ImapRights.NONE;
        }
        return rights.allow(Right.Read) && client.isIdling();
    }

    /**
     * Hands events over: James waits for its listeners, some of its flavours within a transaction,
     * so that whoever asks for a mailbox there waits for James.
     */
    private final class Listener implements InvocationHandler {
        private final ReactiveEventListener listener;
        private final AtomicInteger untold = new AtomicInteger();

        Listener(ReactiveEventListener listener) {
            this.listener = listener;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
                throws Throwable {
            Event event = eventIn(arguments);
            if (event != null && method.getReturnType() == void.class) {
                handOver(event);
                return null;
            }
            return event != null && method.getReturnType().isAssignableFrom(Mono.class)
                    ? Mono.fromRunnable(() -> handOver(event))
                    : Proxies.forward(listener, method, arguments);
        }

        /** Finds the event in whatever way James delivers it, so that none passes unguarded. */
        private @Nullable Event eventIn(Object @Nullable [] arguments) {
            if (arguments == null || arguments.length == 0) {
                return null;
            }
            Object first =
                    arguments[0] instanceof Iterable
                            ? Iterables.getFirst((Iterable<?>) arguments[0], null)
                            : arguments[0];
            return first instanceof Event ? (Event) first : null;
        }

        private void handOver(Event event) {
            if (event instanceof MailboxRenamed) {
                client.noteMove();
            }
            if (untold.getAndIncrement() == 0) {
                tell(event);
            }
        }

        /**
         * Has James tell what has changed so far, of which the event itself says nothing, and what
         * has come by the time that it is done; never twice at a time.
         */
        private void tell(Event event) {
            scheduler.handOver(
                    Mono.defer(
                            () -> {
                                int told = untold.get();
                                return tellIfPermitted(event)
                                        .doFinally(
                                                end -> {
                                                    if (untold.addAndGet(-told) > 0) {
                                                        tell(event);
                                                    }
                                                });
                            }));
        }

        private Mono<Void> tellIfPermitted(Event event) {
            return Mono.fromCallable(GuardedSelectedMailbox.this::mayBeTold)
                    .filter(permitted -> permitted)
                    .flatMap(permitted -> Mono.from(listener.reactiveEvent(event)))
                    .onErrorResume(
                            e -> {
                                LOGGER.warn(
                                        "{} is not told of changes in {} until the next one",
                                        client.delegate().asString(),
                                        folder.address(),
                                        e);
                                return Mono.empty();
                            });
        }
    }
}
