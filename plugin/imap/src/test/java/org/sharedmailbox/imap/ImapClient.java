/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.decode.ImapRequestStreamLineReader;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.base.ImapResponseComposerImpl;
import org.apache.james.mailbox.MailboxSession;

/** A client that is signed in, without a socket: lines in, lines out. */
public final class ImapClient {
    private static final long TIMEOUT_SECONDS = 30;

    private final ImapDecoder decoder;
    private final ImapProcessor processor;
    private final ImapEncoder encoder;
    private final LineSession session = new LineSession();
    private ImapSession asSeen = session;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

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

    /** Has the server see that in place of the session. */
    public void seenThrough(UnaryOperator<ImapSession> view) {
        asSeen = view.apply(session);
    }

    /** Sends a line that is no command, such as DONE; the answer is {@link #told}. */
    public void sendLine(String line) {
        session.receive(line);
    }

    /** Returns the next line that the client is told after the answer to its command. */
    public String told() throws InterruptedException {
        String line = told.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("The client is told nothing");
        }
        return line;
    }

    /** Decides whether the client has been told nothing since the answer to its command. */
    public boolean isToldNothing() {
        return told.isEmpty();
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
        return lines(answer);
    }

    private static List<String> lines(ByteArrayOutputStream answer) {
        return answer.toString(StandardCharsets.UTF_8).lines().collect(Collectors.toList());
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

    private void process(ImapMessage message, ByteArrayOutputStream answer) throws IOException {
        AnswerWriter writer = new AnswerWriter(answer);
        ImapResponseComposerImpl composer = new ImapResponseComposerImpl(writer);
        writer.flushing = composer::flush;
        EncodingResponder responder = new EncodingResponder(composer, answer);
        processor.processReactive(message, responder, asSeen).block();
        responder.commandEnds();
    }

    private final class EncodingResponder implements Responder {
        private final ImapResponseComposer composer;
        private final ByteArrayOutputStream answer;
        private boolean ended;

        EncodingResponder(ImapResponseComposer composer, ByteArrayOutputStream answer) {
            this.composer = composer;
            this.answer = answer;
        }

        @Override
        public synchronized void respond(ImapResponseMessage response) {
            try {
                encoder.encode(response, composer);
                if (ended) {
                    answer.reset();
                    composer.flush();
                    told.addAll(lines(answer));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        synchronized void commandEnds() throws IOException {
            composer.flush();
            ended = true;
        }

        @Override
        public void flush() {}
    }
}
