/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.decode;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.tuple.ImmutablePair;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.message.Literal;
import org.sharedmailbox.imap.name.MailboxNameReader;

/**
 * The line of a command, which keeps the mailbox names in it as they were sent: the requests that
 * James's parsers make of it hold what James has decoded, and that may be the name of a folder that
 * the client has not named.
 */
final class NamingLine extends ImapRequestLineReader {
    /** A parser's step from a line to a request. */
    @FunctionalInterface
    interface Parsing {
        ImapMessage parse(ImapRequestLineReader line) throws DecodingException;
    }

    private final ImapRequestLineReader line;
    private final List<String> names = new ArrayList<>(2);

    private NamingLine(ImapRequestLineReader line) {
        this.line = line;
    }

    /**
     * Parses the line, in full, before its names are judged: what is left of it, such as a literal,
     * would be taken for the next command.
     *
     * @throws DecodingException also if a name in it is none
     */
    static ImapMessage parse(ImapRequestLineReader line, Parsing parsing) throws DecodingException {
        NamingLine naming = new NamingLine(line);
        ImapMessage message = MailboxNameReader.guard(() -> parsing.parse(naming));
        for (String name : naming.names) {
            MailboxNameReader.decode(name);
        }
        return message;
    }

    @Override
    public String mailboxUTF7() throws DecodingException {
        String name = line.mailboxUTF7();
        names.add(name);
        return name;
    }

    @Override
    public char nextChar() throws DecodingException {
        return line.nextChar();
    }

    @Override
    public char consume() throws DecodingException {
        return line.consume();
    }

    @Override
    public Literal read(int size, boolean extraCRLF) throws IOException {
        return line.read(size, extraCRLF);
    }

    @Override
    public String consumeLiteral(Charset charset) throws DecodingException {
        return line.consumeLiteral(charset);
    }

    @Override
    public ImmutablePair<Integer, Literal> consumeLiteral(boolean extraCRLF) throws IOException {
        return line.consumeLiteral(extraCRLF);
    }

    /** Not asked: the line itself reads its literals, and sends this request before. */
    @Override
    protected void commandContinuationRequest() throws DecodingException {
        throw new DecodingException(
                HumanReadableText.ILLEGAL_ARGUMENTS, "A literal is not expected here");
    }
}
