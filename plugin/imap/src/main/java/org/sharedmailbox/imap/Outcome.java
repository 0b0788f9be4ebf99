/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;

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

    boolean isOk() {
        return ok;
    }
}
