/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import javax.inject.Inject;
import org.apache.james.imap.message.request.NoopRequest;
import org.apache.james.imap.processor.NoopProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.response.TaggedResponseHolder;
import reactor.core.publisher.Mono;

/**
 * Answers a COPY or MOVE whose source and target are of different owners, or of which flags have to
 * be dropped. Who calls it has asked for the rights. Thread-safe.
 */
class TransferBetweenOwners {
    private final MessageTransfer transfer;
    private final MailboxManager mailboxes;
    private final NoopProcessor noop;
    private final BlockingScheduler scheduler;

    /**
     * Makes one.
     *
     * @param noop James's own, which tells the changes in the selected folder
     */
    @Inject
    TransferBetweenOwners(
            MessageTransfer transfer,
            MailboxManager mailboxes,
            NoopProcessor noop,
            BlockingScheduler scheduler) {
        this.transfer = transfer;
        this.mailboxes = mailboxes;
        this.noop = noop;
        this.scheduler = scheduler;
    }

    /** Does a COPY. */
    Mono<Void> copy(
            CommandContext<?> context,
            TransferSource source,
            UidSet messages,
            TransferTarget target,
            TransferAudit audit) {
        return store(source, messages, target)
                .flatMap(
                        copied ->
                                audit.record(copied.sources().size())
                                        .then(answerCopy(context, copied)))
                .onErrorResume(OverQuotaException.class, e -> refuseOverQuota(context));
    }

    private static Mono<Void> answerCopy(CommandContext<?> context, CopiedMessages copied) {
        return copied.sources().isEmpty()
                ? context.complete()
                : context.respond(StatusResponses.completed(context.request(), copied.copyUid()));
    }

    /** Does a MOVE. RFC 6851 §4.3: COPYUID first, then what is gone, then the tagged answer. */
    Mono<Void> move(
            CommandContext<?> context,
            TransferSource source,
            UidSet messages,
            TransferTarget target,
            TransferAudit audit) {
        return store(source, messages, target)
                .flatMap(
                        copied ->
                                context.respond(StatusResponses.untaggedOk(copied.copyUid()))
                                        // Whatever becomes of the removal, the copies are there
                                        // and must be accounted for.
                                        .then(audit.record(copied.sources().size()))
                                        .then(transfer.remove(source, copied))
                                        .then(Mono.defer(() -> tellChanges(context, source)))
                                        .then(context.complete()))
                .onErrorResume(OverQuotaException.class, e -> refuseOverQuota(context));
    }

    private Mono<CopiedMessages> store(
            TransferSource source, UidSet messages, TransferTarget target) {
        Mono<CopiedMessages> copied =
                transfer.copy(source, messages, target)
                        // It may take long, and James's own store may do it on the caller's thread.
                        .subscribeOn(scheduler.scheduler());
        return mailboxes.manageProcessing(
                mailboxes.manageProcessing(copied, target.session()), source.owner());
    }

    private static Mono<Void> refuseOverQuota(CommandContext<?> context) {
        return context.respond(StatusResponses.overQuota(context.request()));
    }

    private Mono<Void> tellChanges(CommandContext<?> context, TransferSource source) {
        return source.session().getSelected() == null
                ? Mono.empty()
                : noop.processReactive(
                        new NoopRequest(context.request().getTag()),
                        new TaggedResponseHolder(context.responder()).asResponder(),
                        source.session());
    }
}
