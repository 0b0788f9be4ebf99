/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;

/** Passes responses on, and notices whether the command has been answered. */
public final class AnswerWatch extends ResponderInFront {
    private volatile boolean answered;

    /** Makes a responder in front of another. */
    public AnswerWatch(Responder client) {
        super(client);
    }

    @Override
    protected void respond(ImapResponseMessage message) {
        if (endsCommand(message)) {
            answered = true;
        }
        pass(message);
    }

    /** Decides whether a tagged response has passed. */
    public boolean isAnswered() {
        return answered;
    }
}
