/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.decode;

import javax.inject.Inject;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;
import org.apache.james.imap.decode.parser.AppendCommandParser;
import org.apache.james.imap.decode.parser.CopyCommandParser;
import org.apache.james.imap.decode.parser.CreateCommandParser;
import org.apache.james.imap.decode.parser.DeleteCommandParser;
import org.apache.james.imap.decode.parser.ExamineCommandParser;
import org.apache.james.imap.decode.parser.GetMetadataCommandParser;
import org.apache.james.imap.decode.parser.GetQuotaRootCommandParser;
import org.apache.james.imap.decode.parser.ListCommandParser;
import org.apache.james.imap.decode.parser.LsubCommandParser;
import org.apache.james.imap.decode.parser.MoveCommandParser;
import org.apache.james.imap.decode.parser.RenameCommandParser;
import org.apache.james.imap.decode.parser.SelectCommandParser;
import org.apache.james.imap.decode.parser.SetAnnotationCommandParser;
import org.apache.james.imap.decode.parser.StatusCommandParser;
import org.apache.james.imap.decode.parser.SubscribeCommandParser;
import org.apache.james.imap.decode.parser.UnsubscribeCommandParser;
import org.apache.james.imap.decode.parser.XListCommandParser;
import org.sharedmailbox.imap.name.MailboxNameReader;

/** James's parsers of the commands that name a mailbox; a name that breaks off is answered BAD. */
final class MailboxNameParsers {
    private MailboxNameParsers() {}

    private abstract static class Parser extends AbstractImapCommandParser {
        private final AbstractImapCommandParser defaultParser;

        Parser(AbstractImapCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser.getCommand(), responses);
            this.defaultParser = defaultParser;
        }

        @Override
        protected final ImapMessage decode(ImapRequestLineReader line, Tag tag, ImapSession session)
                throws DecodingException {
            return MailboxNameReader.guard(() -> defaultParser.parse(line, tag, session));
        }
    }

    static final class Append extends Parser {
        @Inject
        Append(AppendCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Create extends Parser {
        @Inject
        Create(CreateCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Delete extends Parser {
        @Inject
        Delete(DeleteCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Examine extends Parser {
        @Inject
        Examine(ExamineCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class GetMetadata extends Parser {
        @Inject
        GetMetadata(GetMetadataCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class GetQuotaRoot extends Parser {
        @Inject
        GetQuotaRoot(GetQuotaRootCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class List extends Parser {
        @Inject
        List(ListCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Lsub extends Parser {
        @Inject
        Lsub(LsubCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Rename extends Parser {
        @Inject
        Rename(RenameCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Select extends Parser {
        @Inject
        Select(SelectCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class SetMetadata extends Parser {
        @Inject
        SetMetadata(SetAnnotationCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Status extends Parser {
        @Inject
        Status(StatusCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Subscribe extends Parser {
        @Inject
        Subscribe(SubscribeCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Unsubscribe extends Parser {
        @Inject
        Unsubscribe(UnsubscribeCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Xlist extends Parser {
        @Inject
        Xlist(XListCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
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
            return MailboxNameReader.guard(() -> super.decode(line, tag, useUids, session));
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
            return MailboxNameReader.guard(() -> super.decode(line, tag, useUids, session));
        }
    }
}
