/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.main.DeniedAccessOnSharedMailboxException;
import reactor.core.publisher.Mono;

/**
 * A command that is not there for other owners' mailboxes: it gets stock's refusal, in words, and
 * not by a dropped connection, which is what becomes of it where stock throws too early.
 */
final class StockOnlyRule<R extends ImapRequest> implements CommandRule<R> {
    StockOnlyRule() {}

    @Override
    public Mono<Void> process(Exchange<R> exchange) {
        return Mono.defer(exchange::toStock)
                .onErrorResume(
                        DeniedAccessOnSharedMailboxException.class,
                        e ->
                                exchange.tell(
                                        Responses.deniedByStock(
                                                exchange.request().getTag(),
                                                exchange.request().getCommand())));
    }
}
