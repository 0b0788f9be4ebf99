/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.decode;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;
import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import org.apache.james.imap.message.request.AppendRequest;
import org.apache.james.imap.message.request.CreateRequest;
import org.apache.james.imap.message.request.DeleteRequest;
import org.apache.james.imap.message.request.GetMetadataRequest;
import org.apache.james.imap.message.request.GetQuotaRootRequest;
import org.apache.james.imap.message.request.RenameRequest;
import org.apache.james.imap.message.request.SetMetadataRequest;
import org.apache.james.imap.message.request.StatusRequest;
import org.apache.james.imap.message.request.SubscribeRequest;
import org.apache.james.imap.message.request.UnsubscribeRequest;
import org.sharedmailbox.imap.name.MailboxNameReader;

/** James's parsers of the commands that name a mailbox; a name that breaks off is answered BAD. */
final class MailboxNameParsers {
    private MailboxNameParsers() {}

    private abstract static class Parser extends AbstractImapCommandParser {
        private final AbstractImapCommandParser defaultParser;
        private final Function<ImapMessage, List<String>> names;

        /** Makes a parser of patterns, which are looked at when they are matched. */
        Parser(AbstractImapCommandParser defaultParser, StatusResponseFactory responses) {
            this(defaultParser, responses, message -> List.of());
        }

        /** Makes a parser of requests with names in them. */
        @SafeVarargs
        <R extends ImapMessage> Parser(
                AbstractImapCommandParser defaultParser,
                StatusResponseFactory responses,
                Class<R> request,
                Function<R, String>... names) {
            this(
                    defaultParser,
                    responses,
                    message ->
                            request.isInstance(message)
                                    ? Arrays.stream(names)
                                            .map(name -> name.apply(request.cast(message)))
                                            .collect(Collectors.toList())
                                    : List.of());
        }

        private Parser(
                AbstractImapCommandParser defaultParser,
                StatusResponseFactory responses,
                Function<ImapMessage, List<String>> names) {
            super(defaultParser.getCommand(), responses);
            this.defaultParser = defaultParser;
            this.names = names;
        }

        @Override
        protected final ImapMessage decode(ImapRequestLineReader line, Tag tag, ImapSession session)
                throws DecodingException {
            ImapMessage message =
                    MailboxNameReader.guard(() -> defaultParser.parse(line, tag, session));
            for (String name : names.apply(message)) {
                MailboxNameReader.requireName(name);
            }
            return message;
        }
    }

    /** COPY and MOVE, which name one. */
    private static ImapMessage requireTarget(ImapMessage message) throws DecodingException {
        if (message instanceof AbstractMessageRangeRequest) {
            MailboxNameReader.requireName(((AbstractMessageRangeRequest) message).getMailboxName());
        }
        return message;
    }

    static final class Append extends Parser {
        @Inject
        Append(AppendCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses, AppendRequest.class, AppendRequest::getMailboxName);
        }
    }

    static final class Create extends Parser {
        @Inject
        Create(CreateCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses, CreateRequest.class, CreateRequest::getMailboxName);
        }
    }

    static final class Delete extends Parser {
        @Inject
        Delete(DeleteCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses, DeleteRequest.class, DeleteRequest::getMailboxName);
        }
    }

    static final class Examine extends Parser {
        @Inject
        Examine(ExamineCommandParser defaultParser, StatusResponseFactory responses) {
            super(
                    defaultParser,
                    responses,
                    AbstractMailboxSelectionRequest.class,
                    AbstractMailboxSelectionRequest::getMailboxName);
        }
    }

    static final class GetMetadata extends Parser {
        @Inject
        GetMetadata(GetMetadataCommandParser defaultParser, StatusResponseFactory responses) {
            super(
                    defaultParser,
                    responses,
                    GetMetadataRequest.class,
                    GetMetadataRequest::getMailboxName);
        }
    }

    static final class GetQuotaRoot extends Parser {
        @Inject
        GetQuotaRoot(GetQuotaRootCommandParser defaultParser, StatusResponseFactory responses) {
            super(
                    defaultParser,
                    responses,
                    GetQuotaRootRequest.class,
                    GetQuotaRootRequest::getMailboxName);
        }
    }

    static final class ListPatterns extends Parser {
        @Inject
        ListPatterns(ListCommandParser defaultParser, StatusResponseFactory responses) {
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
            super(
                    defaultParser,
                    responses,
                    RenameRequest.class,
                    RenameRequest::getExistingName,
                    RenameRequest::getNewName);
        }
    }

    static final class Select extends Parser {
        @Inject
        Select(SelectCommandParser defaultParser, StatusResponseFactory responses) {
            super(
                    defaultParser,
                    responses,
                    AbstractMailboxSelectionRequest.class,
                    AbstractMailboxSelectionRequest::getMailboxName);
        }
    }

    static final class SetMetadata extends Parser {
        @Inject
        SetMetadata(SetAnnotationCommandParser defaultParser, StatusResponseFactory responses) {
            super(
                    defaultParser,
                    responses,
                    SetMetadataRequest.class,
                    SetMetadataRequest::getMailboxName);
        }
    }

    static final class Status extends Parser {
        @Inject
        Status(StatusCommandParser defaultParser, StatusResponseFactory responses) {
            super(defaultParser, responses, StatusRequest.class, StatusRequest::getMailboxName);
        }
    }

    static final class Subscribe extends Parser {
        @Inject
        Subscribe(SubscribeCommandParser defaultParser, StatusResponseFactory responses) {
            super(
                    defaultParser,
                    responses,
                    SubscribeRequest.class,
                    SubscribeRequest::getMailboxName);
        }
    }

    static final class Unsubscribe extends Parser {
        @Inject
        Unsubscribe(UnsubscribeCommandParser defaultParser, StatusResponseFactory responses) {
            super(
                    defaultParser,
                    responses,
                    UnsubscribeRequest.class,
                    UnsubscribeRequest::getMailboxName);
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
