/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import java.util.Optional;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.FlagRights;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.access.OpenFolder;
import org.sharedmailbox.imap.access.ResolvedFolder;
import org.sharedmailbox.imap.access.SelectedFolderProcessor;
import org.sharedmailbox.imap.access.TryCreate;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import org.sharedmailbox.imap.name.PersonalNamespace;
import org.sharedmailbox.imap.response.OutcomeResponder;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.session.OwnerMailboxSession;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * The common part of COPY and MOVE (RFC 4314 §4): they need {@code r} on the source; {@code i} on
 * the target, where flags without a right are dropped. Between own folders it is James's business,
 * and within one owner's too, unless flags have to be dropped.
 */
abstract class TransferProcessor<R extends AbstractMessageRangeRequest>
        extends SelectedFolderProcessor<R> {
    private final AccessChecker access;
    private final Denials denials;
    private final ImapAudit audit;

    TransferProcessor(
            Class<R> request,
            ImapProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit) {
        super(request, defaultProcessor, executor, access, denials);
        this.access = access;
        this.denials = denials;
        this.audit = audit;
    }

    /** Decides whether messages may be taken from a folder with those rights, {@code r} given. */
    abstract boolean isPermittedFrom(ImapRights rights);

    /** Returns the same command as the owner of both folders would send it. */
    abstract R asOwner(R request, IdRange[] uids, String privateName);

    abstract AuditAction action();

    abstract Mono<Void> betweenOwners(
            CommandContext<R> context,
            TransferSource source,
            UidSet messages,
            TransferTarget target,
            TransferAudit transferAudit);

    @Override
    protected final boolean concernsOthers(CommandContext<R> context) {
        SelectedMailbox selected = context.session().getSelected();
        return context.selectedFolder().isPresent()
                || (selected != null && namesOtherOwner(context));
    }

    @Override
    protected final Mono<Void> handle(CommandContext<R> context) {
        SelectedMailbox selected = context.session().getSelected();
        return context.selectedFolder().isPresent() || selected == null
                ? super.handle(context)
                : toOtherOwner(
                        context,
                        TransferSource.own(context.session(), selected),
                        access.resolve(context, context.request().getMailboxName()));
    }

    @Override
    protected final Mono<Void> handle(CommandContext<R> context, OpenFolder folder) {
        if (!isPermittedFrom(folder.rights())) {
            return denials.deny(context, folder);
        }
        TransferSource source = TransferSource.of(context, folder);
        return namesOtherOwner(context)
                ? toOtherOwner(
                        context,
                        source,
                        access.resolve(context, context.request().getMailboxName(), folder.held()))
                : toOwn(context, source);
    }

    private boolean namesOtherOwner(CommandContext<R> context) {
        return OtherUsersNamespace.isForeign(context.request().getMailboxName());
    }

    private Mono<Void> toOwn(CommandContext<R> context, TransferSource source) {
        Mono<Void> tryCreate = context.respond(StatusResponses.tryCreate(context.request()));
        Optional<FolderAddress> own =
                PersonalNamespace.parse(context.delegate(), context.request().getMailboxName());
        if (own.isEmpty()) {
            return tryCreate;
        }
        TransferTarget target =
                TransferTarget.of(
                        own.get(),
                        context.session().getMailboxSession(),
                        FlagRights.of(ImapRights.ALL));
        return access.exists(context, own.get())
                .flatMap(exists -> exists ? transfer(context, source, target) : tryCreate);
    }

    private Mono<Void> toOtherOwner(
            CommandContext<R> context, TransferSource source, Optional<ResolvedFolder> named) {
        return named.map(
                        target ->
                                access.ifExists(
                                        context,
                                        target,
                                        () -> toOtherOwner(context, source, target),
                                        () -> TryCreate.answer(context, target)))
                .orElseGet(context::refuseAsAbsent);
    }

    private Mono<Void> toOtherOwner(
            CommandContext<R> context, TransferSource source, ResolvedFolder target) {
        if (!target.rights().allow(Right.Insert)) {
            return denials.deny(context, target);
        }
        FolderAddress folder = target.address();
        FlagRights flags = FlagRights.of(target.rights());
        boolean sameOwner = source.owner().getUser().equals(folder.owner());
        return sameOwner && flags.permitAll()
                ? withinOwner(context, source, folder)
                : transfer(
                        context,
                        source,
                        TransferTarget.of(
                                folder,
                                OwnerMailboxSession.of(context.session(), folder.owner()),
                                flags));
    }

    /** James does it, but is told the UIDs: it would report ranges that do not exist (RFC 4315). */
    private Mono<Void> withinOwner(
            CommandContext<R> context, TransferSource source, FolderAddress target) {
        return source.withMessages(
                context,
                messages -> {
                    OutcomeResponder outcome = new OutcomeResponder(context.responder());
                    TransferAudit transferAudit = audit(context, source, target);
                    return context.proceed(
                                    asOwner(
                                            context.request(),
                                            messages.ranges(),
                                            target.folder().asString()),
                                    outcome.asResponder(),
                                    source.session())
                            .then(outcome.ifOk(() -> transferAudit.record(messages.size())));
                });
    }

    private Mono<Void> transfer(
            CommandContext<R> context, TransferSource source, TransferTarget target) {
        return source.withMessages(
                context,
                messages ->
                        betweenOwners(
                                context,
                                source,
                                messages,
                                target,
                                audit(context, source, target.folder())));
    }

    private TransferAudit audit(
            CommandContext<R> context, TransferSource source, FolderAddress target) {
        return new TransferAudit(audit, context, action(), source.address(), target);
    }
}
