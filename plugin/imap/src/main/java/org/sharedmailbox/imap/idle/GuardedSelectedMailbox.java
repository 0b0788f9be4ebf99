/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.session.Proxies;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * The selected mailbox during one IDLE: events reach James only while the delegate may read the
 * folder. The rights are asked for before James looks at what has changed, because it tells that on
 * threads that must not block, in 3.9 on the event loop. Thread-safe.
 */
final class GuardedSelectedMailbox implements InvocationHandler {
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
            folder.mailbox().registerIdle(new Listener((ReactiveEventListener) arguments[0]));
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
        return rights.allow(Right.Read);
    }

    private final class Listener implements ReactiveEventListener {
        private final ReactiveEventListener listener;

        Listener(ReactiveEventListener listener) {
            this.listener = listener;
        }

        @Override
        public Publisher<Void> reactiveEvent(Event event) {
            return scheduler
                    .call(GuardedSelectedMailbox.this::mayBeTold)
                    .filter(told -> told)
                    .flatMap(told -> Mono.from(listener.reactiveEvent(event)));
        }

        @Override
        public boolean isHandling(Event event) {
            return listener.isHandling(event);
        }

        @Override
        public ExecutionMode getExecutionMode() {
            return listener.getExecutionMode();
        }
    }
}
