/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.decode;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;
import org.sharedmailbox.imap.name.MailboxNameReader;

/** A parser of James in front of which names that are none are answered BAD. */
abstract class MailboxNameParser extends AbstractImapCommandParser {
    private final AbstractImapCommandParser defaultParser;
    private final Function<ImapMessage, List<String>> names;

    /** Makes a parser of patterns, which are looked at when they are matched. */
    MailboxNameParser(AbstractImapCommandParser defaultParser, StatusResponseFactory responses) {
        this(defaultParser, responses, message -> List.of());
    }

    /** Makes a parser of requests with names in them. */
    @SafeVarargs
    <R extends ImapMessage> MailboxNameParser(
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

    private MailboxNameParser(
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
