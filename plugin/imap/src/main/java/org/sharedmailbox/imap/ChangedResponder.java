/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.function.UnaryOperator;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;

/** Passes responses on as the member shall see them. */
final class ChangedResponder implements Responder {
    private final Responder member;
    private final UnaryOperator<ImapResponseMessage> change;

    ChangedResponder(Responder member, UnaryOperator<ImapResponseMessage> change) {
        this.member = member;
        this.change = change;
    }

    @Override
    public void respond(ImapResponseMessage message) {
        member.respond(change.apply(message));
    }

    @Override
    public void flush() {
        member.flush();
    }
}
