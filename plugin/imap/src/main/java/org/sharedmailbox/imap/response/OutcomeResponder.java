/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import java.util.function.Supplier;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import reactor.core.publisher.Mono;

/** Passes responses on, and notices whether the command succeeded. */
public final class OutcomeResponder extends ResponderInFront {
    private volatile boolean ok;

    /** Makes a responder in front of another. */
    public OutcomeResponder(Responder client) {
        super(client);
    }

    @Override
    protected void respond(ImapResponseMessage message) {
        ok |= TaggedResponses.isTaggedOk(message);
        pass(message);
    }

    /** Returns what is to be done next, if the command has succeeded by then. */
    public Mono<Void> ifOk(Supplier<Mono<Void>> next) {
        return Mono.defer(() -> ok ? next.get() : Mono.empty());
    }
}
