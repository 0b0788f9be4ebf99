/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.function.Function;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.message.request.SubscribeRequest;
import org.apache.james.imap.message.request.UnsubscribeRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.Subscriptions;
import reactor.core.publisher.Mono;

/**
 * SUBSCRIBE and UNSUBSCRIBE (RFC 3501 §6.3.6 and 6.3.7) of other owners' folders: kept beside the
 * delegation, and for folders that the member sees only. SUBSCRIBE of any other is refused like one
 * that does not exist; UNSUBSCRIBE has nothing to do then, and succeeds.
 */
final class SubscriptionRule<R extends ImapRequest> implements CommandRule<R> {
    private final FrontDesk desk;
    private final Subscriptions subscriptions;
    private final Function<R, String> name;
    private final boolean subscribed;

    private SubscriptionRule(
            FrontDesk desk,
            Subscriptions subscriptions,
            Function<R, String> name,
            boolean subscribed) {
        this.desk = desk;
        this.subscriptions = subscriptions;
        this.name = name;
        this.subscribed = subscribed;
    }

    static SubscriptionRule<SubscribeRequest> subscribing(
            FrontDesk desk, Subscriptions subscriptions) {
        return new SubscriptionRule<>(desk, subscriptions, SubscribeRequest::getMailboxName, true);
    }

    static SubscriptionRule<UnsubscribeRequest> unsubscribing(
            FrontDesk desk, Subscriptions subscriptions) {
        return new SubscriptionRule<>(
                desk, subscriptions, UnsubscribeRequest::getMailboxName, false);
    }

    @Override
    public Mono<Void> process(Exchange<R> exchange) {
        String written = name.apply(exchange.request());
        return OtherUsersNames.isForeign(written)
                ? CommandRun.whenAsked(exchange, () -> choose(exchange, written))
                : exchange.toStock();
    }

    private Mono<Void> choose(Exchange<R> exchange, String written) {
        return Mono.justOrEmpty(exchange.names().parse(written))
                .filter(named -> desk.rightsOf(exchange.member(), named).allow(Right.Lookup))
                .filterWhen(named -> desk.exists(exchange, named))
                .flatMap(folder -> keep(exchange, folder))
                .defaultIfEmpty(false)
                .flatMap(
                        kept ->
                                kept || !subscribed
                                        ? exchange.complete()
                                        : exchange.refuseAsAbsent());
    }

    /** James may have gone on with a thread that must not wait for our store. */
    private Mono<Boolean> keep(Exchange<R> exchange, FolderAddress folder) {
        return Mono.fromCallable(
                        () ->
                                subscriptions.choose(
                                        folder.owner(),
                                        exchange.member(),
                                        folder.folder(),
                                        subscribed))
                .subscribeOn(StoreThreads.MAY_WAIT);
    }
}
