/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.decode;

import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;

/**
 * A parser of James in front of which names that are none are answered BAD. The patterns of LIST
 * are looked at when they are matched.
 */
abstract class MailboxNameParser extends AbstractImapCommandParser {
    private final AbstractImapCommandParser defaultParser;

    MailboxNameParser(AbstractImapCommandParser defaultParser, StatusResponseFactory responses) {
        super(defaultParser.getCommand(), responses);
        this.defaultParser = defaultParser;
    }

    @Override
    protected final ImapMessage decode(ImapRequestLineReader line, Tag tag, ImapSession session)
            throws DecodingException {
        return NamingLine.parse(line, naming -> defaultParser.parse(naming, tag, session));
    }
}
