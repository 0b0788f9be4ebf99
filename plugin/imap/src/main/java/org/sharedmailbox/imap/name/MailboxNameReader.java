/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.name;

import java.nio.charset.CharacterCodingException;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.display.ModifiedUtf7;
import org.apache.james.imap.decode.DecodingException;

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
     * Returns in Unicode the name that a client has sent.
     *
     * @throws DecodingException also if it lies outside the personal namespace and is not exact
     *     ({@link #isExact}). What one's own folders can be called is James's to say.
     */
    public static String decode(String sent) throws DecodingException {
        String decoded = decodeLeniently(sent);
        if (OtherUsersNamespace.isForeign(decoded) && !isExact(sent, decoded)) {
            throw new DecodingException(
                    HumanReadableText.ILLEGAL_ARGUMENTS, "A mailbox name is no modified UTF-7");
        }
        return decoded;
    }

    /**
     * Returns in Unicode what James makes of a name or a pattern.
     *
     * @throws DecodingException if it breaks off
     */
    public static String decodeLeniently(String sent) throws DecodingException {
        return guard(() -> ModifiedUtf7.decodeModifiedUTF7(sent));
    }

    /**
     * Decides whether what was sent is the one way to write what it was decoded to. James puts a
     * replacement character for what it does not understand, and reads characters too that have to
     * be written as themselves ({@code INBO&AFg-}): other names for the same folder.
     */
    public static boolean isExact(String sent, String decoded) {
        return isInUnicode(decoded)
                && (sent.indexOf('&') < 0 || ModifiedUtf7.encodeModifiedUTF7(decoded).equals(sent));
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
