/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;

/** Keeps what a processor answers. */
public final class Answers implements Responder {
    private final List<ImapResponseMessage> messages = new CopyOnWriteArrayList<>();
    private volatile int flushed;

    @Override
    public void respond(ImapResponseMessage message) {
        messages.add(message);
    }

    @Override
    public void flush() {
        flushed = messages.size();
    }

    public List<ImapResponseMessage> messages() {
        return messages;
    }

    /** Returns the only answer, as a text. */
    public String text() {
        if (messages.size() != 1) {
            throw new AssertionError("Not one answer: " + messages);
        }
        return messages.get(0).toString();
    }

    /** Returns how many of the answers had to be on the wire at once. */
    public int flushed() {
        return flushed;
    }
}
