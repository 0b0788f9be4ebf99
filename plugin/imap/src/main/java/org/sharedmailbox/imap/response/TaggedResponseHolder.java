/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.jspecify.annotations.Nullable;

/** Passes untagged responses on, and keeps the tagged one until it is released. */
public final class TaggedResponseHolder extends ResponderInFront {
    private volatile @Nullable ImapResponseMessage tagged;

    /** Makes a responder in front of another. */
    public TaggedResponseHolder(Responder client) {
        super(client);
    }

    @Override
    protected void respond(ImapResponseMessage message) {
        if (endsCommand(message)) {
            tagged = message;
        } else {
            pass(message);
        }
    }

    /** Decides whether the held response is an OK. */
    public boolean isOk() {
        ImapResponseMessage held = tagged;
        return held != null && TaggedResponses.isTaggedOk(held);
    }

    /** Decides whether the held response says that there is no such folder. */
    public boolean isNonExistent() {
        return tagged instanceof TaggedNo && ((TaggedNo) tagged).isNonExistent();
    }

    /** Passes the held response on, if there is one. */
    public void release() {
        ImapResponseMessage held = tagged;
        if (held != null) {
            pass(held);
        }
    }
}
