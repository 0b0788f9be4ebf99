/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import javax.inject.Inject;
import org.apache.james.imap.message.request.SubscribeRequest;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import reactor.core.publisher.Mono;

/** SUBSCRIBE (RFC 3501 §6.3.6): needs right {@code l}. */
public final class SubscribeProcessor extends SubscriptionProcessor<SubscribeRequest> {
    @Inject
    SubscribeProcessor(
            org.apache.james.imap.processor.SubscribeProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Subscriptions subscriptions,
            BlockingScheduler scheduler) {
        super(
                SubscribeRequest.class,
                defaultProcessor,
                executor,
                access,
                subscriptions,
                scheduler,
                true);
    }

    @Override
    String nameIn(SubscribeRequest request) {
        return request.getMailboxName();
    }

    @Override
    Mono<Void> handleUnseen(CommandContext<SubscribeRequest> context) {
        return context.refuseAsAbsent();
    }
}
