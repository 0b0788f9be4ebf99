/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.decode;

import javax.inject.Inject;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.decode.parser.CopyCommandParser;
import org.apache.james.imap.decode.parser.MoveCommandParser;

/** COPY and MOVE, with a name that is none answered BAD. */
final class TransferParsers {
    private TransferParsers() {}

    /** A subclass of the default parser, because UID looks for that class. */
    static final class Copy extends CopyCommandParser {
        @Inject
        Copy(StatusResponseFactory responses) {
            super(responses);
        }

        @Override
        protected ImapMessage decode(
                ImapRequestLineReader line, Tag tag, boolean useUids, ImapSession session)
                throws DecodingException {
            return NamingLine.parse(line, naming -> super.decode(naming, tag, useUids, session));
        }
    }

    /** A subclass of the default parser, because UID looks for that class. */
    static final class Move extends MoveCommandParser {
        @Inject
        Move(StatusResponseFactory responses) {
            super(responses);
        }

        @Override
        protected ImapMessage decode(
                ImapRequestLineReader line, Tag tag, boolean useUids, ImapSession session)
                throws DecodingException {
            return NamingLine.parse(line, naming -> super.decode(naming, tag, useUids, session));
        }
    }
}
