/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.name;

import java.nio.charset.CharacterCodingException;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;

/**
 * Reads mailbox names in modified UTF-7 (RFC 3501 §5.1.3). James drops the connection over a name
 * that breaks off in the middle of an encoded part; here such a command is answered BAD.
 */
public final class MailboxNameReader {
    /** A step that reads a command, and with it the name of a mailbox. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads it, and fails as James fails. */
        T read() throws DecodingException;
    }

    private static final int REPLACEMENT = '\ufffd';

    private MailboxNameReader() {}

    /**
     * Reads the name that comes next in the line.
     *
     * @throws DecodingException also if it is none
     */
    public static String read(ImapRequestLineReader line) throws DecodingException {
        String name = guard(line::mailbox);
        requireName(name);
        return name;
    }

    /**
     * Refuses a name outside the personal namespace that James could not decode in full: it puts a
     * replacement character for what it does not understand, and would go on with another name.
     * What one's own folders can be called is James's to say.
     */
    public static void requireName(String decoded) throws DecodingException {
        if (OtherUsersNamespace.isForeign(decoded) && !isInUnicode(decoded)) {
            throw new DecodingException(
                    HumanReadableText.ILLEGAL_ARGUMENTS, "A mailbox name is no modified UTF-7");
        }
    }

    /** Decides whether the name is one that can be written in modified UTF-7. */
    public static boolean isInUnicode(String name) {
        return name.codePoints()
                .noneMatch(c -> c == REPLACEMENT || Character.getType(c) == Character.SURROGATE);
    }

    /**
     * Does the reading.
     *
     * @throws DecodingException also where James fails on the name's encoding
     */
    public static <T> T guard(Reading<T> reading) throws DecodingException {
        try {
            return reading.read();
        } catch (Error e) {
            // Charset.decode throws an Error, because it believes that this cannot happen.
            if (e.getCause() instanceof CharacterCodingException) {
                throw new DecodingException(
                        HumanReadableText.ILLEGAL_ARGUMENTS, "A mailbox name breaks off", e);
            }
            throw e;
        }
    }
}
