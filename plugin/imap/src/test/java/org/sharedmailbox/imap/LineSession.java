/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.james.imap.api.process.ImapLineHandler;
import org.apache.james.imap.encode.FakeImapSession;

/** A session that hands lines to the processor that has asked for them, as James's own does. */
final class LineSession extends FakeImapSession {
    private final ConcurrentLinkedDeque<ImapLineHandler> handlers = new ConcurrentLinkedDeque<>();

    @Override
    public void pushLineHandler(ImapLineHandler handler) {
        handlers.push(handler);
    }

    @Override
    public void popLineHandler() {
        handlers.pop();
    }

    void receive(String line) {
        ImapLineHandler handler = handlers.peek();
        if (handler == null) {
            throw new IllegalStateException("Nobody waits for a line");
        }
        handler.onLine(this, (line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
