/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.nio.charset.CharacterCodingException;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;

/**
 * Reads names of mailboxes. James ends the connection for one that breaks off in the middle of
 * modified UTF-7 (RFC 3501 §5.1.3); here such a command is answered BAD.
 */
final class MailboxNames {
    /** Something that reads a command, and a mailbox's name with it. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws DecodingException;
    }

    private MailboxNames() {}

    static String read(ImapRequestLineReader line) throws DecodingException {
        return reading(line::mailbox);
    }

    /**
     * Does the reading.
     *
     * @throws DecodingException also where James fails on the name's encoding
     */
    static <T> T reading(Reading<T> reading) throws DecodingException {
        try {
            return reading.read();
        } catch (Error e) {
            // So does Charset.decode tell it, which believes that it cannot happen.
            if (e.getCause() instanceof CharacterCodingException) {
                throw new DecodingException(
                        HumanReadableText.ILLEGAL_ARGUMENTS, "A mailbox name breaks off", e);
            }
            throw e;
        }
    }
}
