/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

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

/** Stock's parsers of commands that name a mailbox, with a name that breaks off answered BAD. */
final class NameParsers {
    private NameParsers() {}

    private abstract static class Parser extends AbstractImapCommandParser {
        private final AbstractImapCommandParser stock;

        Parser(AbstractImapCommandParser stock, StatusResponseFactory responses) {
            super(stock.getCommand(), responses);
            this.stock = stock;
        }

        @Override
        protected final ImapMessage decode(ImapRequestLineReader line, Tag tag, ImapSession session)
                throws DecodingException {
            return MailboxNames.reading(() -> stock.parse(line, tag, session));
        }
    }

    static final class Append extends Parser {
        @Inject
        Append(AppendCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class Create extends Parser {
        @Inject
        Create(CreateCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class Delete extends Parser {
        @Inject
        Delete(DeleteCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class Examine extends Parser {
        @Inject
        Examine(ExamineCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class GetMetadata extends Parser {
        @Inject
        GetMetadata(GetMetadataCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class GetQuotaRoot extends Parser {
        @Inject
        GetQuotaRoot(GetQuotaRootCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class List extends Parser {
        @Inject
        List(ListCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class Lsub extends Parser {
        @Inject
        Lsub(LsubCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class Rename extends Parser {
        @Inject
        Rename(RenameCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class Select extends Parser {
        @Inject
        Select(SelectCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class SetMetadata extends Parser {
        @Inject
        SetMetadata(SetAnnotationCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class Status extends Parser {
        @Inject
        Status(StatusCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class Subscribe extends Parser {
        @Inject
        Subscribe(SubscribeCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class Unsubscribe extends Parser {
        @Inject
        Unsubscribe(UnsubscribeCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    static final class Xlist extends Parser {
        @Inject
        Xlist(XListCommandParser stock, StatusResponseFactory responses) {
            super(stock, responses);
        }
    }

    /** Of its stock class, because UID looks for that. */
    static final class Copy extends CopyCommandParser {
        @Inject
        Copy(StatusResponseFactory responses) {
            super(responses);
        }

        @Override
        protected ImapMessage decode(
                ImapRequestLineReader line, Tag tag, boolean useUids, ImapSession session)
                throws DecodingException {
            return MailboxNames.reading(() -> super.decode(line, tag, useUids, session));
        }
    }

    /** Of its stock class, because UID looks for that. */
    static final class Move extends MoveCommandParser {
        @Inject
        Move(StatusResponseFactory responses) {
            super(responses);
        }

        @Override
        protected ImapMessage decode(
                ImapRequestLineReader line, Tag tag, boolean useUids, ImapSession session)
                throws DecodingException {
            return MailboxNames.reading(() -> super.decode(line, tag, useUids, session));
        }
    }
}
