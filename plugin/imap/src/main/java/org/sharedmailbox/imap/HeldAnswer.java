/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.jspecify.annotations.Nullable;

/** Passes untagged responses on and keeps the tagged one until it is released. */
final class HeldAnswer implements Responder {
    private final Responder member;
    private volatile @Nullable ImapResponseMessage tagged;

    HeldAnswer(Responder member) {
        this.member = member;
    }

    @Override
    public void respond(ImapResponseMessage message) {
        if (Responses.isTagged(message)) {
            tagged = message;
        } else {
            member.respond(message);
        }
    }

    @Override
    public void flush() {
        member.flush();
    }

    boolean isOk() {
        ImapResponseMessage held = tagged;
        return held != null && Responses.isTaggedOk(held);
    }

    void release() {
        ImapResponseMessage held = tagged;
        if (held != null) {
            member.respond(held);
        }
    }
}
