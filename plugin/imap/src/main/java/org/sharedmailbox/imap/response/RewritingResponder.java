/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import java.util.function.UnaryOperator;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;

/** Passes responses on in the form that the delegate is to see. */
public final class RewritingResponder implements Responder {
    private final Responder client;
    private final UnaryOperator<ImapResponseMessage> rewriting;

    /** Makes a responder in front of another. */
    public RewritingResponder(Responder client, UnaryOperator<ImapResponseMessage> rewriting) {
        this.client = client;
        this.rewriting = rewriting;
    }

    @Override
    public void respond(ImapResponseMessage message) {
        client.respond(rewriting.apply(message));
    }

    @Override
    public void flush() {
        client.flush();
    }
}
