/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.decode.ImapRequestStreamLineReader;
import org.apache.james.imap.encode.FakeImapSession;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseWriter;
import org.apache.james.imap.encode.base.ImapResponseComposerImpl;
import org.apache.james.imap.message.Literal;
import org.apache.james.mailbox.MailboxSession;

/** A client that is signed in, without a socket: lines in, lines out. */
public final class ImapClient {
    private final ImapDecoder decoder;
    private final ImapProcessor processor;
    private final ImapEncoder encoder;
    private final ImapSession session = new FakeImapSession();

    ImapClient(
            ImapDecoder decoder,
            ImapProcessor processor,
            ImapEncoder encoder,
            MailboxSession mailboxSession) {
        this.decoder = decoder;
        this.processor = processor;
        this.encoder = encoder;
        session.authenticated();
        session.setMailboxSession(mailboxSession);
    }

    public ImapSession session() {
        return session;
    }

    /**
     * Sends a command, without its tag, and returns the lines of the answer; its tag is {@code a}.
     */
    public List<String> send(String command) {
        byte[] line = ("a " + command + "\r\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream continuation = new ByteArrayOutputStream();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (ImapRequestStreamLineReader reader =
                new ImapRequestStreamLineReader(new ByteArrayInputStream(line), continuation)) {
            process(decoder.decode(reader, session), answer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return answer.toString(StandardCharsets.UTF_8).lines().collect(Collectors.toList());
    }

    private void process(ImapMessage message, ByteArrayOutputStream answer) throws IOException {
        AnswerWriter writer = new AnswerWriter(answer);
        ImapResponseComposerImpl composer = new ImapResponseComposerImpl(writer);
        writer.flushing = composer::flush;
        processor.processReactive(message, new EncodingResponder(composer), session).block();
        composer.flush();
    }

    private final class EncodingResponder implements Responder {
        private final ImapResponseComposer composer;

        EncodingResponder(ImapResponseComposer composer) {
            this.composer = composer;
        }

        @Override
        public synchronized void respond(ImapResponseMessage response) {
            try {
                encoder.encode(response, composer);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void flush() {}
    }

    private static final class AnswerWriter implements ImapResponseWriter {
        private interface Flushing {
            void run() throws IOException;
        }

        private final ByteArrayOutputStream answer;
        private Flushing flushing = () -> {};

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

    /** Sends a command and returns the tagged line of the answer, without its tag. */
    public String result(String command) {
        List<String> lines = send(command);
        String last = lines.get(lines.size() - 1);
        if (!last.startsWith("a ")) {
            throw new AssertionError("Not answered: " + command + " -> " + lines);
        }
        return last.substring(2);
    }
}
