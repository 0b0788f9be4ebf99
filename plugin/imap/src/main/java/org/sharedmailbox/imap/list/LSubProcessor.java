/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import javax.inject.Inject;
import org.apache.james.imap.message.request.LsubRequest;
import org.apache.james.imap.message.response.LSubResponse;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.name.ListPattern;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import reactor.core.publisher.Mono;

/** LSUB (RFC 3501 §6.3.9): of other owners' folders, those that the delegate has subscribed. */
public final class LSubProcessor extends ListingProcessor<LsubRequest> {
    @Inject
    LSubProcessor(
            org.apache.james.imap.processor.LSubProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Subscriptions subscriptions,
            SharedFolderFinder folders,
            BlockingScheduler scheduler) {
        super(
                LsubRequest.class,
                defaultProcessor,
                executor,
                access,
                subscriptions,
                folders,
                scheduler);
    }

    @Override
    RequestedNames namesIn(LsubRequest request) {
        return RequestedNames.of(request.getBaseReferenceName(), request.getMailboxPattern());
    }

    @Override
    boolean tellsSubscriptions(LsubRequest request) {
        return true;
    }

    @Override
    Mono<Void> tell(
            CommandContext<LsubRequest> context, ListPattern pattern, SharedFolders shared) {
        return Mono.fromRunnable(
                () -> {
                    SharedFolders subscribed = shared.subscribed();
                    subscribed
                            .levelsMatching(pattern)
                            .forEach(level -> respond(context, level, true));
                    subscribed
                            .matching(pattern)
                            .forEach(
                                    (name, folder) ->
                                            respond(context, name, !folder.canBeOpened()));
                });
    }

    private static void respond(
            CommandContext<LsubRequest> context, String name, boolean noSelect) {
        context.responder()
                .respond(new LSubResponse(name, noSelect, OtherUsersNamespace.DELIMITER));
    }
}
