/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * The selected mailbox during one IDLE: events reach James only while the member may read the
 * mailbox. The rights are asked for before James looks at the news, because it tells them on
 * threads that must not wait, in 3.9 on the event loop.
 */
final class GuardedNews implements InvocationHandler {
    private final FrontDesk desk;
    private final IdlingClient client;
    private final SharedSelection selection;
    private volatile ImapRights rights;

    /**
     * @param rights those that were held when IDLE began
     */
    GuardedNews(FrontDesk desk, IdlingClient client, ImapRights rights) {
        this.desk = desk;
        this.client = client;
        this.selection = client.selection();
        this.rights = rights;
    }

    /** Those that were held at the last event. */
    ImapRights rights() {
        return rights;
    }

    SelectedMailbox asSelected() {
        return (SelectedMailbox)
                Proxy.newProxyInstance(
                        GuardedNews.class.getClassLoader(),
                        new Class<?>[] {SelectedMailbox.class},
                        this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("registerIdle") && arguments != null) {
            selection.live().registerIdle(new Listener((ReactiveEventListener) arguments[0]));
            return null;
        }
        if (method.getName().equals("unregisterIdle")) {
            client.isDone();
        }
        try {
            return method.invoke(selection.live(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private boolean mayBeTold() {
        try {
            rights = desk.rightsOf(client.member(), selection);
            if (!rights.allow(Right.Read)) {
                client.end();
            }
        } catch (StoreUnavailableException e) {
            // Nothing is known, so nothing is told; the news are there for the next event.
            rights = ImapRights.NONE;
        }
        return rights.allow(Right.Read);
    }

    private final class Listener implements ReactiveEventListener {
        private final ReactiveEventListener stock;

        Listener(ReactiveEventListener stock) {
            this.stock = stock;
        }

        @Override
        public Publisher<Void> reactiveEvent(Event event) {
            return Mono.fromCallable(GuardedNews.this::mayBeTold)
                    .subscribeOn(StoreThreads.MAY_WAIT)
                    .filter(told -> told)
                    .flatMap(told -> Mono.from(stock.reactiveEvent(event)));
        }

        @Override
        public boolean isHandling(Event event) {
            return stock.isHandling(event);
        }

        @Override
        public ExecutionMode getExecutionMode() {
            return stock.getExecutionMode();
        }
    }
}
