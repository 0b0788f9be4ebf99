/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import java.util.function.UnaryOperator;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;

/** Passes responses on in the form that the delegate is to see. */
public final class RewritingResponder extends ResponderInFront {
    private final UnaryOperator<ImapResponseMessage> rewriting;

    private RewritingResponder(Responder client, UnaryOperator<ImapResponseMessage> rewriting) {
        super(client);
        this.rewriting = rewriting;
    }

    /** Returns a responder in front of another. */
    public static Responder of(Responder client, UnaryOperator<ImapResponseMessage> rewriting) {
        return new RewritingResponder(client, rewriting).asResponder();
    }

    @Override
    protected void respond(ImapResponseMessage message) {
        pass(rewriting.apply(message));
    }
}
