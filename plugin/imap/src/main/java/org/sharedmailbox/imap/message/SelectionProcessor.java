/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.imap.processor.PermitEnableCapabilityProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.Use;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.FlagRights;
import org.sharedmailbox.imap.access.ResolvedFolder;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import org.sharedmailbox.imap.response.PermanentFlagsResponder;
import org.sharedmailbox.imap.response.RewritingResponder;
import org.sharedmailbox.imap.response.TaggedNo;
import org.sharedmailbox.imap.response.TaggedResponseHolder;
import org.sharedmailbox.imap.response.TaggedResponses;
import org.sharedmailbox.imap.session.OwnerSession;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.imap.session.SelectingSession;
import org.sharedmailbox.imap.session.SharedSelections;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * The common part of SELECT and EXAMINE (RFC 3501 §6.3.1 and 6.3.2), which both need right {@code
 * r}.
 */
abstract class SelectionProcessor<R extends AbstractMailboxSelectionRequest>
        extends InterceptingProcessor<R>
        implements CapabilityImplementingProcessor, PermitEnableCapabilityProcessor {
    private final PermitEnableCapabilityProcessor enabling;
    private final AccessChecker access;
    private final Denials denials;
    private final SharedSelections selections;

    <P extends ImapProcessor & PermitEnableCapabilityProcessor> SelectionProcessor(
            Class<R> request,
            P defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            SharedSelections selections) {
        super(request, defaultProcessor, executor);
        this.enabling = defaultProcessor;
        this.access = access;
        this.denials = denials;
        this.selections = selections;
    }

    /** Decides whether the client wants to change nothing, whatever its rights are. */
    abstract boolean examines();

    /** Has a default processor select the folder of that private name. */
    abstract Mono<Void> select(
            CommandContext<R> context,
            String privateName,
            boolean readOnly,
            Responder responder,
            ImapSession session);

    @Override
    protected boolean concernsOthers(CommandContext<R> context) {
        return OtherUsersNamespace.isForeign(context.request().getMailboxName());
    }

    @Override
    protected Mono<Void> handle(CommandContext<R> context) {
        return access.resolve(context, context.request().getMailboxName())
                .map(
                        folder ->
                                folder.rights().allow(Right.Read)
                                        ? select(context, folder)
                                        : refuse(context, folder))
                .orElseGet(context::refuseAsAbsent);
    }

    private Mono<Void> refuse(CommandContext<R> context, ResolvedFolder folder) {
        return access.ifExists(
                context, folder, () -> denials.deny(context, folder), context::refuseAsAbsent);
    }

    private Mono<Void> select(CommandContext<R> context, ResolvedFolder folder) {
        if (!folder.address().folder().equals(FolderName.INBOX)) {
            return select(context, folder, context.responder());
        }
        // It always exists (RFC 3501 §5.1), also before its owner has ever signed in; but that is
        // rare, and so is asked for only when James does not find it.
        TaggedResponseHolder first = new TaggedResponseHolder(context.responder());
        return select(context, folder, first.asResponder())
                .then(
                        Mono.defer(
                                () ->
                                        first.isNonExistent()
                                                ? access.ifExists(
                                                        context,
                                                        folder,
                                                        () ->
                                                                select(
                                                                        context,
                                                                        folder,
                                                                        context.responder()),
                                                        context::refuseAsAbsent)
                                                : Mono.fromRunnable(first::release)));
    }

    private Mono<Void> select(CommandContext<R> context, ResolvedFolder folder, Responder client) {
        boolean readOnly = examines() || !folder.rights().permitChanges();
        ImapRights rights = readOnly ? ImapRights.NONE : folder.rights();
        AtomicBoolean succeeded = new AtomicBoolean();
        Responder responder =
                RewritingResponder.of(
                        PermanentFlagsResponder.of(client, FlagRights.of(rights)::permitted),
                        message -> answer(context, succeeded, message));
        ImapSession session = SelectingSession.of(context.session(), folder.address());
        String name = folder.address().folder().asString();
        return select(context, name, readOnly, responder, session)
                .then(
                        Mono.<Void>fromRunnable(
                                () -> {
                                    if (succeeded.get()) {
                                        selections.selected(context.session());
                                        access.used(context, folder.address().owner(), Use.READ);
                                        SelectedFolder.of(context.session().getSelected())
                                                .ifPresent(
                                                        now ->
                                                                now.openedAs(
                                                                        folder.address(),
                                                                        examines(),
                                                                        readOnly));
                                    }
                                }))
                .then(SelectingSession.endIfHungUp(session));
    }

    private ImapResponseMessage answer(
            CommandContext<R> context, AtomicBoolean succeeded, ImapResponseMessage message) {
        if (TaggedResponses.isNoSuchMailbox(message)) {
            return TaggedNo.nonExistent(context.request().getTag());
        }
        if (TaggedResponses.isTaggedOk(message)) {
            succeeded.set(true);
        }
        return TaggedResponses.answering(context.request().getCommand(), message);
    }

    @Override
    public List<Capability> getPermitEnableCapabilities(ImapSession session) {
        return enabling.getPermitEnableCapabilities(session);
    }

    /**
     * Hides a folder of another owner: the default processor would look for it among the
     * delegate's. What the client misses is its HIGHESTMODSEQ, in a state in which RFC 5161 forbids
     * the command anyway.
     */
    @Override
    public Mono<Void> enable(
            ImapMessage message, Responder responder, ImapSession session, Capability capability) {
        return enabling.enable(
                message, responder, OwnerSession.hidingSelected(session), capability);
    }
}
