/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import javax.inject.Inject;
import org.apache.james.imap.message.request.UnsubscribeRequest;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import reactor.core.publisher.Mono;

/** UNSUBSCRIBE (RFC 3501 §6.3.7): of what is not seen there is nothing to do; it succeeds. */
public final class UnsubscribeProcessor extends SubscriptionProcessor<UnsubscribeRequest> {
    @Inject
    UnsubscribeProcessor(
            org.apache.james.imap.processor.UnsubscribeProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Subscriptions subscriptions,
            BlockingScheduler scheduler) {
        super(
                UnsubscribeRequest.class,
                defaultProcessor,
                executor,
                access,
                subscriptions,
                scheduler,
                false);
    }

    @Override
    String nameIn(UnsubscribeRequest request) {
        return request.getMailboxName();
    }

    @Override
    Mono<Void> handleUnseen(CommandContext<UnsubscribeRequest> context) {
        return context.complete();
    }
}
