/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.message.request.IdleRequest;
import org.apache.james.imap.message.response.ContinuationResponse;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.ImapRights;
import org.sharedmailbox.failure.StoreUnavailableException;
import reactor.core.publisher.Mono;

/** IDLE (RFC 2177): the rights are asked again for everything that is pushed. */
final class IdleUse implements SelectedMailboxRule.Use<IdleRequest> {
    private final FrontDesk desk;

    IdleUse(FrontDesk desk) {
        this.desk = desk;
    }

    @Override
    public Mono<Void> with(
            Exchange<IdleRequest> exchange, SharedSelection selection, ImapRights rights) {
        return exchange.toStock(
                exchange.request(),
                new IdleResponder(exchange, selection),
                SessionView.ofSelection(exchange.session(), selection));
    }

    private final class IdleResponder implements Responder {
        private final Exchange<IdleRequest> exchange;
        private final SharedSelection selection;

        IdleResponder(Exchange<IdleRequest> exchange, SharedSelection selection) {
            this.exchange = exchange;
            this.selection = selection;
        }

        @Override
        public void respond(ImapResponseMessage message) {
            if (isAboutTheDialogue(message)) {
                exchange.responder().respond(message);
                return;
            }
            ImapRights now = rightsNow();
            if (now.allow(Right.Read)) {
                exchange.responder().respond(Responses.withPermanentFlagsOf(now, message));
            }
        }

        /** Whether it tells nothing about the mailbox: "idling", a heartbeat, the tagged answer. */
        private boolean isAboutTheDialogue(ImapResponseMessage message) {
            return message instanceof ContinuationResponse
                    || (message instanceof StatusResponse
                            && ((StatusResponse) message).getResponseCode() == null);
        }

        private ImapRights rightsNow() {
            try {
                return desk.rightsOf(exchange.member(), selection);
            } catch (StoreUnavailableException e) {
                // Nothing is known, so nothing is told.
                return ImapRights.NONE;
            }
        }

        @Override
        public void flush() {
            exchange.responder().flush();
        }
    }
}
