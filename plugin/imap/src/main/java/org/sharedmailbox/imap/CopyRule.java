/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import reactor.core.publisher.Mono;

/**
 * COPY and MOVE between own mailboxes go straight to stock. From or to another owner's they get
 * stock's refusal.
 */
final class CopyRule<R extends AbstractMessageRangeRequest> implements CommandRule<R> {
    CopyRule() {}

    @Override
    public Mono<Void> process(Exchange<R> exchange) {
        R request = exchange.request();
        boolean foreign =
                OtherUsersNames.isForeign(request.getMailboxName())
                        || SharedSelection.of(exchange.session().getSelected()).isPresent();
        return foreign
                ? Mono.fromRunnable(
                        () ->
                                exchange.responder()
                                        .respond(
                                                Responses.deniedByStock(
                                                        request.getTag(), request.getCommand())))
                : exchange.toStock();
    }
}
