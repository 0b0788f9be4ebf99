/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import java.util.function.Supplier;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import reactor.core.publisher.Mono;

/** Passes responses on, and notices whether the command succeeded. */
public final class OutcomeResponder implements Responder {
    private final Responder client;
    private volatile boolean ok;

    /** Makes a responder in front of another. */
    public OutcomeResponder(Responder client) {
        this.client = client;
    }

    @Override
    public void respond(ImapResponseMessage message) {
        ok |= TaggedResponses.isTaggedOk(message);
        client.respond(message);
    }

    @Override
    public void flush() {
        client.flush();
    }

    /** Returns what is to be done next, if the command has succeeded by then. */
    public Mono<Void> ifOk(Supplier<Mono<Void>> next) {
        return Mono.defer(() -> ok ? next.get() : Mono.empty());
    }
}
