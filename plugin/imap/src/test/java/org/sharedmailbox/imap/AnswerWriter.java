/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseWriter;
import org.apache.james.imap.message.Literal;

/** Writes an answer as James writes it to a socket. */
final class AnswerWriter implements ImapResponseWriter {
    interface Flushing {
        void run() throws IOException;
    }

    private final ByteArrayOutputStream answer;
    Flushing flushing = () -> {};

    AnswerWriter(ByteArrayOutputStream answer) {
        this.answer = answer;
    }

    @Override
    public void write(byte[] buffer) {
        answer.writeBytes(buffer);
    }

    @Override
    public void write(Literal literal) throws IOException {
        flushing.run();
        answer.writeBytes(literal.getInputStream().readAllBytes());
    }
}
