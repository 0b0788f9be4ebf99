/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.NoopRequest;
import reactor.core.publisher.Mono;

/** Commands for what only wants to know who sent one, and where the answers go. */
public final class Contexts {
    private Contexts() {}

    /** Returns a NOOP with tag {@code a}, which is handed on to nobody. */
    public static CommandContext<NoopRequest> noop(
            ImapSession session, ImapProcessor.Responder responder) {
        return new CommandContext<>(
                new NoopRequest(new Tag("a")), responder, session, new NoDefault());
    }

    private static final class NoDefault implements ImapProcessor {
        @Override
        public Mono<Void> processReactive(
                ImapMessage message, Responder responder, ImapSession session) {
            throw new UnsupportedOperationException("Nothing is handed on here");
        }

        @Override
        public void configure(ImapConfiguration configuration) {}
    }
}
