/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.decode;

import javax.inject.Inject;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.decode.parser.AppendCommandParser;
import org.apache.james.imap.decode.parser.CreateCommandParser;
import org.apache.james.imap.decode.parser.DeleteCommandParser;
import org.apache.james.imap.decode.parser.ExamineCommandParser;
import org.apache.james.imap.decode.parser.GetMetadataCommandParser;
import org.apache.james.imap.decode.parser.GetQuotaRootCommandParser;
import org.apache.james.imap.decode.parser.ListCommandParser;
import org.apache.james.imap.decode.parser.LsubCommandParser;
import org.apache.james.imap.decode.parser.RenameCommandParser;
import org.apache.james.imap.decode.parser.SelectCommandParser;
import org.apache.james.imap.decode.parser.SetAnnotationCommandParser;
import org.apache.james.imap.decode.parser.StatusCommandParser;
import org.apache.james.imap.decode.parser.SubscribeCommandParser;
import org.apache.james.imap.decode.parser.UnsubscribeCommandParser;
import org.apache.james.imap.decode.parser.XListCommandParser;

/** James's parsers of the commands that name a mailbox; a name that breaks off is answered BAD. */
final class MailboxNameParsers {
    private MailboxNameParsers() {}

    static final class Append extends MailboxNameParser {
        @Inject
        Append(AppendCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Create extends MailboxNameParser {
        @Inject
        Create(CreateCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Delete extends MailboxNameParser {
        @Inject
        Delete(DeleteCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Examine extends MailboxNameParser {
        @Inject
        Examine(ExamineCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class GetMetadata extends MailboxNameParser {
        @Inject
        GetMetadata(GetMetadataCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class GetQuotaRoot extends MailboxNameParser {
        @Inject
        GetQuotaRoot(GetQuotaRootCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class ListPatterns extends MailboxNameParser {
        @Inject
        ListPatterns(ListCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Lsub extends MailboxNameParser {
        @Inject
        Lsub(LsubCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Rename extends MailboxNameParser {
        @Inject
        Rename(RenameCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Select extends MailboxNameParser {
        @Inject
        Select(SelectCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class SetMetadata extends MailboxNameParser {
        @Inject
        SetMetadata(SetAnnotationCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Status extends MailboxNameParser {
        @Inject
        Status(StatusCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Subscribe extends MailboxNameParser {
        @Inject
        Subscribe(SubscribeCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Unsubscribe extends MailboxNameParser {
        @Inject
        Unsubscribe(UnsubscribeCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }

    static final class Xlist extends MailboxNameParser {
        @Inject
        Xlist(XListCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses);
        }
    }
}
