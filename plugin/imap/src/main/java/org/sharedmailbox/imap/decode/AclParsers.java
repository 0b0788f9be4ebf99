/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.decode;

import javax.inject.Inject;
import org.apache.james.imap.api.ImapCommand;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;
import org.sharedmailbox.imap.name.MailboxNameReader;

/** Parsers of the commands of RFC 4314 §3. */
final class AclParsers {
    private AclParsers() {}

    /** Reads what comes after the mailbox, which all of them name first. */
    @FunctionalInterface
    private interface Arguments {
        AclRequest read(Tag tag, String mailbox, ImapRequestLineReader line)
                throws DecodingException;
    }

    private abstract static class Parser extends AbstractImapCommandParser {
        private final Arguments arguments;

        Parser(ImapCommand command, StatusResponseFactory responses, Arguments arguments) {
            super(command, responses);
            this.arguments = arguments;
        }

        @Override
        protected final ImapMessage decode(ImapRequestLineReader line, Tag tag, ImapSession session)
                throws DecodingException {
            String mailbox = MailboxNameReader.decode(line.mailboxUTF7());
            AclRequest request = arguments.read(tag, mailbox, line);
            line.eol();
            return request;
        }
    }

    static final class Get extends Parser {
        @Inject
        Get(StatusResponseFactory responses) {
            super(
                    ImapConstants.GETACL_COMMAND,
                    responses,
                    (tag, mailbox, line) -> new AclRequest.Get(tag, mailbox));
        }
    }

    static final class Set extends Parser {
        @Inject
        Set(StatusResponseFactory responses) {
            super(
                    ImapConstants.SETACL_COMMAND,
                    responses,
                    (tag, mailbox, line) ->
                            new AclRequest.Set(tag, mailbox, line.astring(), line.astring()));
        }
    }

    static final class Delete extends Parser {
        @Inject
        Delete(StatusResponseFactory responses) {
            super(
                    ImapConstants.DELETEACL_COMMAND,
                    responses,
                    (tag, mailbox, line) -> new AclRequest.Delete(tag, mailbox, line.astring()));
        }
    }

    static final class ListRights extends Parser {
        @Inject
        ListRights(StatusResponseFactory responses) {
            super(
                    ImapConstants.LISTRIGHTS_COMMAND,
                    responses,
                    (tag, mailbox, line) ->
                            new AclRequest.ListRights(tag, mailbox, line.astring()));
        }
    }

    static final class MyRights extends Parser {
        @Inject
        MyRights(StatusResponseFactory responses) {
            super(
                    ImapConstants.MYRIGHTS_COMMAND,
                    responses,
                    (tag, mailbox, line) -> new AclRequest.MyRights(tag, mailbox));
        }
    }
}
