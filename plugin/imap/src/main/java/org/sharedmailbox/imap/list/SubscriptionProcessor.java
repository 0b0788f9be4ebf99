/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.ResolvedFolder;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import reactor.core.publisher.Mono;

/**
 * The common part of SUBSCRIBE and UNSUBSCRIBE: the choice is kept beside the delegation, and only
 * for folders that the delegate sees.
 */
abstract class SubscriptionProcessor<R extends ImapRequest> extends InterceptingProcessor<R> {
    private final AccessChecker access;
    private final Subscriptions subscriptions;
    private final BlockingScheduler scheduler;
    private final boolean subscribes;

    /**
     * Makes a processor.
     *
     * @param subscribes what the command makes of a folder: subscribed, or not
     */
    SubscriptionProcessor(
            Class<R> request,
            ImapProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Subscriptions subscriptions,
            BlockingScheduler scheduler,
            boolean subscribes) {
        super(request, defaultProcessor, executor);
        this.access = access;
        this.subscriptions = subscriptions;
        this.scheduler = scheduler;
        this.subscribes = subscribes;
    }

    /** Returns the name as the client wrote it. */
    abstract String nameIn(R request);

    /** Answers a command on a folder that does not exist, or that the delegate may not see. */
    abstract Mono<Void> handleUnseen(CommandContext<R> context);

    @Override
    protected final boolean concernsOthers(CommandContext<R> context) {
        return OtherUsersNamespace.isForeign(nameIn(context.request()));
    }

    @Override
    protected final Mono<Void> handle(CommandContext<R> context) {
        return Mono.justOrEmpty(access.resolve(context, nameIn(context.request())))
                .filter(folder -> folder.rights().allow(Right.Lookup))
                .map(ResolvedFolder::address)
                .filterWhen(folder -> access.exists(context, folder))
                .flatMap(folder -> choose(context, folder))
                .defaultIfEmpty(false)
                .flatMap(chosen -> chosen ? context.complete() : handleUnseen(context));
    }

    private Mono<Boolean> choose(CommandContext<R> context, FolderAddress folder) {
        return scheduler.call(
                () ->
                        subscriptions.choose(
                                folder.owner(), context.delegate(), folder.folder(), subscribes));
    }
}
