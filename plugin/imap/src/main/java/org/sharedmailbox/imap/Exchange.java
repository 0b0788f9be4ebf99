/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import reactor.core.publisher.Mono;

/** One command of a member on its way, and the stock processor that it is meant for. */
final class Exchange<R extends ImapRequest> {
    private final R request;
    private final Responder responder;
    private final ImapSession session;
    private final ImapProcessor stock;

    Exchange(R request, Responder responder, ImapSession session, ImapProcessor stock) {
        this.request = request;
        this.responder = responder;
        this.session = session;
        this.stock = stock;
    }

    R request() {
        return request;
    }

    Responder responder() {
        return responder;
    }

    ImapSession session() {
        return session;
    }

    Username member() {
        return session.getUserName();
    }

    OtherUsersNames names() {
        return OtherUsersNames.seenBy(member());
    }

    /** The same, with the responses going that way. */
    Exchange<R> answeredBy(Responder other) {
        return new Exchange<>(request, other, session, stock);
    }

    /** As if we were not there. */
    Mono<Void> toStock() {
        return stock.processReactive(request, responder, session);
    }

    Mono<Void> toStock(ImapMessage changed, Responder changedResponder, ImapSession view) {
        return stock.processReactive(changed, changedResponder, view);
    }

    /** Answers that the command is done. */
    Mono<Void> complete() {
        return tell(completed());
    }

    /** The tagged OK. */
    ImapResponseMessage completed() {
        return Responses.completed(request);
    }

    /** Refuses it in the same words whether there is no such mailbox or must look so. */
    Mono<Void> refuseAsAbsent() {
        return refuse(Refusal.nonExistent(request.getTag()));
    }

    Mono<Void> refuse(Refusal refusal) {
        return tell(refusal);
    }

    Mono<Void> tell(ImapResponseMessage response) {
        return Mono.fromRunnable(() -> responder.respond(response));
    }
}
