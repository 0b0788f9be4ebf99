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
import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import org.sharedmailbox.imap.name.MailboxNameReader;

/** COPY and MOVE, with a name that is none answered BAD. */
final class TransferParsers {
    private TransferParsers() {}

    /** COPY and MOVE, which name one. */
    private static ImapMessage requireTarget(ImapMessage message) throws DecodingException {
        if (message instanceof AbstractMessageRangeRequest) {
            MailboxNameReader.requireName(((AbstractMessageRangeRequest) message).getMailboxName());
        }
        return message;
    }

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
            return requireTarget(
                    MailboxNameReader.guard(() -> super.decode(line, tag, useUids, session)));
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
            return requireTarget(
                    MailboxNameReader.guard(() -> super.decode(line, tag, useUids, session)));
        }
    }
}
