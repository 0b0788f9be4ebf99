/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import javax.inject.Inject;
import org.apache.james.imap.api.message.BodyFetchElement;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.OpenFolder;
import org.sharedmailbox.imap.access.SelectedFolderProcessor;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * FETCH (RFC 3501 §6.4.5): needs right {@code r}; without {@code s} the message is fetched all the
 * same, and {@code \Seen} not set.
 */
public final class FetchProcessor extends SelectedFolderProcessor<FetchRequest> {
    @Inject
    FetchProcessor(
            org.apache.james.imap.processor.fetch.FetchProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials) {
        super(FetchRequest.class, defaultProcessor, executor, access, denials);
    }

    @Override
    protected Mono<Void> handle(CommandContext<FetchRequest> context, OpenFolder folder) {
        return folder.proceed(context, permitted(context.request(), folder.rights()));
    }

    /** Returns the request without what the rights do not cover. */
    static FetchRequest permitted(FetchRequest request, ImapRights rights) {
        if (rights.allow(Right.WriteSeenFlag) || !request.getFetch().isSetSeen()) {
            return request;
        }
        return new FetchRequest(
                request.isUseUids(),
                request.getIdSet(),
                peeking(request.getFetch()),
                request.getTag());
    }

    private static FetchData peeking(FetchData data) {
        FetchData.Builder peeking = FetchData.builder().vanished(data.getVanished());
        for (FetchData.Item item : FetchData.Item.values()) {
            if (data.contains(item)) {
                peeking.fetch(item);
            }
        }
        if (data.getChangedSince() >= 0) {
            peeking.changedSince(data.getChangedSince());
        }
        for (BodyFetchElement element : data.getBodyElements()) {
            peeking.add(element, true);
        }
        return peeking.build();
    }
}
