/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.function.Supplier;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import reactor.core.publisher.Mono;

/** Passes responses on, and notices whether the command succeeded. */
final class Outcome implements Responder {
    private final Responder member;
    private volatile boolean ok;

    Outcome(Responder member) {
        this.member = member;
    }

    @Override
    public void respond(ImapResponseMessage message) {
        ok |= Responses.isTaggedOk(message);
        member.respond(message);
    }

    @Override
    public void flush() {
        member.flush();
    }

    /** What is to be done then only if the command has succeeded. */
    Mono<Void> ifOk(Supplier<Mono<Void>> next) {
        return Mono.defer(() -> ok ? next.get() : Mono.empty());
    }
}
