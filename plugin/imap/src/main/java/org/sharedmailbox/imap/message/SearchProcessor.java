/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import javax.inject.Inject;
import org.apache.james.imap.api.message.request.SearchKey;
import org.apache.james.imap.message.request.SearchRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.model.MessageId;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.OpenFolder;
import org.sharedmailbox.imap.access.SelectedFolderProcessor;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.response.TaggedNo;
import reactor.core.publisher.Mono;

/** SEARCH (RFC 3501 §6.4.4): needs right {@code r}. */
public final class SearchProcessor extends SelectedFolderProcessor<SearchRequest>
        implements CapabilityImplementingProcessor {
    private final MessageId.Factory messageIds;

    @Inject
    SearchProcessor(
            org.apache.james.imap.processor.SearchProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            MailboxManager mailboxes) {
        super(SearchRequest.class, defaultProcessor, executor, access, denials);
        this.messageIds = mailboxes.getMessageIdFactory();
    }

    @Override
    protected Mono<Void> handle(CommandContext<SearchRequest> context, OpenFolder folder) {
        return canBeAnswered(context.request().getSearchOperation().getSearchKey())
                ? folder.proceed(context, context.request())
                : context.respond(
                        TaggedNo.cannot(
                                context.request().getTag(),
                                "No message and no thread can have this identifier."));
    }

    /** James fails on EMAILID and THREADID (RFC 8474 §5) that it has never given to anything. */
    private boolean canBeAnswered(SearchKey key) {
        switch (key.getType()) {
            case TYPE_EMAILID:
                return isId(key.getMessageId());
            case TYPE_THREADID:
                return isId(key.getThreadId());
            default:
                return key.getKeys() == null
                        || key.getKeys().stream().allMatch(this::canBeAnswered);
        }
    }

    private boolean isId(String id) {
        try {
            messageIds.fromString(id);
            return true;
        } catch (RuntimeException e) {
            // What it is depends on where James keeps its mail.
            return false;
        }
    }
}
