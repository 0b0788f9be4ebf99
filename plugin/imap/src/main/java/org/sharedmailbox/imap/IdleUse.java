/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.message.request.IdleRequest;
import org.sharedmailbox.delegation.ImapRights;
import reactor.core.publisher.Mono;

/** IDLE (RFC 2177): the rights are asked again before anything is pushed. */
final class IdleUse implements SelectedMailboxRule.Use<IdleRequest> {
    private final FrontDesk desk;

    IdleUse(FrontDesk desk) {
        this.desk = desk;
    }

    @Override
    public Mono<Void> with(
            Exchange<IdleRequest> exchange, SharedSelection selection, ImapRights rights) {
        GuardedNews news = new GuardedNews(desk, exchange.member(), selection, rights);
        return exchange.toStock(
                exchange.request(),
                new ChangedResponder(
                        exchange.responder(),
                        message -> Responses.withPermanentFlagsOf(news.rights(), message)),
                SessionView.ofSelection(exchange.session(), selection, news.asSelected()));
    }
}
