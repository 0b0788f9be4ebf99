/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.acl;

import org.apache.james.core.Username;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.decode.AclRequest;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.response.TaggedNo;
import reactor.core.publisher.Mono;

/**
 * The common part of the commands of RFC 4314: finding what they name, and refusing. Of the default
 * processors only the capabilities are used, because they do not take our requests.
 */
abstract class AclProcessor<R extends AclRequest> extends InterceptingProcessor<R> {
    private final AclTargets targets;
    private final ImapAudit audit;
    private final BlockingScheduler scheduler;

    AclProcessor(
            Class<R> request,
            ImapProcessor defaultProcessor,
            CommandExecutor executor,
            AclTargets targets,
            ImapAudit audit,
            BlockingScheduler scheduler) {
        super(request, defaultProcessor, executor);
        this.targets = targets;
        this.audit = audit;
        this.scheduler = scheduler;
    }

    /** Decides whether the sender, who may know of the target, may use the command on it. */
    boolean isPermitted(AclTarget target, CommandContext<R> context) {
        return target.rights().allow(Right.Administer);
    }

    /**
     * Does the command and answers it, untagged responses and all. May block.
     *
     * @throws RequestRefusedException if it cannot be done
     */
    abstract void perform(AclTarget target, CommandContext<R> context);

    /** Takes own folders too: sharing them is what the commands are for. */
    @Override
    protected final boolean concernsOthers(CommandContext<R> context) {
        return true;
    }

    @Override
    protected final Mono<Void> handleOverLimit(CommandContext<R> context) {
        return isForeign(context) ? super.handleOverLimit(context) : handle(context);
    }

    private static boolean isForeign(CommandContext<? extends AclRequest> context) {
        String name = context.request().mailboxName();
        return OtherUsersNamespace.isForeign(name) && !context.names().isOwnRoot(name);
    }

    @Override
    protected final Mono<Void> handleInWrongState(CommandContext<R> context) {
        return context.respond(StatusResponses.invalidInState(context.request()));
    }

    @Override
    protected final Mono<Void> handle(CommandContext<R> context) {
        return scheduler.defer(
                () ->
                        targets.find(context)
                                // James may have gone on with a thread that must not block.
                                .publishOn(scheduler.scheduler())
                                .map(target -> performOrRefuse(target, context))
                                .switchIfEmpty(
                                        Mono.defer(() -> refuseAsAbsent(context).thenReturn(true)))
                                .then());
    }

    /** Own folders are absent in James's words. */
    private Mono<Void> refuseAsAbsent(CommandContext<R> context) {
        return OtherUsersNamespace.isForeign(context.request().mailboxName())
                ? context.refuseAsAbsent()
                : context.respond(StatusResponses.mailboxNotFound(context.request()));
    }

    private boolean performOrRefuse(AclTarget target, CommandContext<R> context) {
        try {
            return performIfPermitted(target, context);
        } catch (RequestRefusedException e) {
            refuse(target, context, e);
            return false;
        }
    }

    private boolean performIfPermitted(AclTarget target, CommandContext<R> context) {
        boolean permitted = isPermitted(target, context);
        if (permitted) {
            perform(target, context);
            if (changesAccess(context.request())) {
                audit.changedAccess(context, target.owner());
            }
        } else if (target.isHidden()) {
            context.responder().respond(TaggedNo.nonExistent(context.request().getTag()));
        } else {
            deny(target, context, TaggedNo.noPermission(context.request().getTag()));
        }
        return permitted;
    }

    private static boolean changesAccess(AclRequest request) {
        return request instanceof AclRequest.Set || request instanceof AclRequest.Delete;
    }

    private void refuse(
            AclTarget target, CommandContext<R> context, RequestRefusedException refused) {
        Tag tag = context.request().getTag();
        if (refused.kind() == RequestRefusedException.Kind.POLICY) {
            deny(target, context, TaggedNo.noPermission(tag, refused.reason()));
        } else {
            context.responder().respond(TaggedNo.cannot(tag, refused.reason()));
        }
    }

    /** Every NOPERM is in the audit log, whether a right or the policy is what forbids it. */
    private void deny(AclTarget target, CommandContext<R> context, TaggedNo answer) {
        audit.denied(context, target.owner(), target.toString());
        context.responder().respond(answer);
    }

    /** Returns the user of an identifier. */
    static Username identifier(CommandContext<? extends AclRequest.Identifying> context) {
        return AclIdentifiers.parse(context.request().identifier(), context.delegate());
    }

    /**
     * Returns the user whose delegation is to be changed.
     *
     * @throws RequestRefusedException if it is the owner
     */
    static Username grantee(
            AclTarget target, CommandContext<? extends AclRequest.Identifying> context) {
        Username identifier = identifier(context);
        if (identifier.equals(target.owner())) {
            throw RequestRefusedException.conflict(
                    identifier.asString() + " is the owner and always holds all rights.");
        }
        return identifier;
    }
}
