/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.imap.message.request.GetQuotaRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.quota.UserQuotaRootResolver;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.session.OwnerSession;
import reactor.core.publisher.Mono;

/** GETQUOTA (RFC 9208 §4.1.2): of an owner's root, if any of the owner's folders may be read. */
public final class GetQuotaProcessor extends InterceptingProcessor<GetQuotaRequest>
        implements CapabilityImplementingProcessor {
    private final AccessChecker access;
    private final UserQuotaRootResolver quotaRoots;
    private final BlockingScheduler scheduler;

    @Inject
    GetQuotaProcessor(
            org.apache.james.imap.processor.GetQuotaProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            UserQuotaRootResolver quotaRoots,
            BlockingScheduler scheduler) {
        super(GetQuotaRequest.class, defaultProcessor, executor);
        this.access = access;
        this.quotaRoots = quotaRoots;
        this.scheduler = scheduler;
    }

    @Override
    protected boolean concernsOthers(CommandContext<GetQuotaRequest> context) {
        return !isRootOf(context.delegate(), context);
    }

    @Override
    protected Mono<Void> handle(CommandContext<GetQuotaRequest> context) {
        return scheduler.defer(
                () ->
                        readableOwner(context)
                                .map(
                                        owner ->
                                                context.proceed(
                                                        context.request(),
                                                        context.responder(),
                                                        OwnerSession.naming(
                                                                context.session(), owner)))
                                .orElseGet(context::proceed));
    }

    private Optional<Username> readableOwner(CommandContext<GetQuotaRequest> context) {
        return access.accessToAll(access.heldBy(context.user())).stream()
                .filter(held -> held.imapRightsSomewhere().allow(Right.Read))
                .map(Access::owner)
                .filter(owner -> isRootOf(owner, context))
                .findFirst();
    }

    private boolean isRootOf(Username account, CommandContext<GetQuotaRequest> context) {
        return context.request().getQuotaRoot().equals(quotaRoots.forUser(account).getValue());
    }
}
