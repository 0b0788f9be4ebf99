/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.james.mailbox.MailboxManager;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.sharedmailbox.imap.proxy.Proxies;
import reactor.core.publisher.Flux;

/**
 * A mailbox manager as that of James JPA: a RENAME is a transaction that holds what others ask for,
 * and tells its listeners of the change before it ends.
 */
final class MailboxesHeldByRename implements InvocationHandler {
    private static final Set<String> QUESTIONS =
            Set.of("getMailbox", "getMailboxReactive", "mailboxExists", "search", "list");

    private final MailboxManager real;
    private volatile CompletableFuture<Void> transaction = CompletableFuture.completedFuture(null);

    private MailboxesHeldByRename(MailboxManager real) {
        this.real = real;
    }

    static MailboxManager of(MailboxManager real) {
        return Proxies.of(MailboxManager.class, new MailboxesHeldByRename(real));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (QUESTIONS.contains(method.getName())) {
            transaction.join();
        }
        Object answer = Proxies.forward(real, method, arguments);
        return answer != null && method.getName().equals("renameMailboxReactive")
                ? inTransaction((Publisher<?>) answer)
                : answer;
    }

    private Object inTransaction(Publisher<?> rename) {
        CompletableFuture<Void> held = new CompletableFuture<>();
        return Flux.from(rename)
                .collectList()
                .doOnSubscribe(any -> transaction = held)
                .doFinally(any -> held.complete(null))
                .flatMapMany(Flux::fromIterable)
                .next();
    }
}
