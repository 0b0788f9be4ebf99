/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.message.request.IdleRequest;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * IDLE (RFC 2177): the rights are asked again before anything is pushed, and when they end the
 * client is told.
 */
final class IdleUse implements SelectedMailboxRule.Use<IdleRequest> {
    private final FrontDesk desk;
    private final IdleWatch watch;

    IdleUse(FrontDesk desk, IdleWatch watch) {
        this.desk = desk;
        this.watch = watch;
    }

    @Override
    public Mono<Void> with(
            Exchange<IdleRequest> exchange, SharedSelection selection, ImapRights rights) {
        IdlingClient client =
                new IdlingClient(
                        exchange,
                        selection,
                        desk.accessOf(exchange.member(), selection.address().owner()));
        GuardedNews news = new GuardedNews(desk, client, rights);
        return exchange.toStock(
                        exchange.request(),
                        new ChangedResponder(
                                exchange.responder(),
                                message -> Responses.withPermanentFlagsOf(news.rights(), message)),
                        SessionView.ofSelection(exchange.session(), selection, news.asSelected()))
                .then(Mono.fromRunnable(() -> watch.watch(client)));
    }
}
