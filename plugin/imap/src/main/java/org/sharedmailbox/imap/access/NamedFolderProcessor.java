/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.delegation.Use;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import org.sharedmailbox.imap.response.FolderResponses;
import org.sharedmailbox.imap.response.PermanentFlagsResponder;
import org.sharedmailbox.imap.response.RewritingResponder;
import org.sharedmailbox.imap.session.OwnerSession;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * A processor of a command that names one existing folder. If it is another owner's, and the rights
 * suffice, the default processor gets it as a private folder of the owner; the responses name it as
 * the delegate knows it.
 */
public abstract class NamedFolderProcessor<R extends ImapRequest> extends InterceptingProcessor<R> {
    private final AccessChecker access;
    private final Denials denials;
    private final ImapAudit audit;

    /** Makes a processor in the place of the default one. */
    protected NamedFolderProcessor(
            Class<R> request,
            ImapProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit) {
        super(request, defaultProcessor, executor);
        this.access = access;
        this.denials = denials;
        this.audit = audit;
    }

    /** Returns the name as the client wrote it. */
    protected abstract String nameIn(R request);

    /** Decides whether the delegate's rights suffice for the command. */
    protected abstract boolean isPermitted(R request, ResolvedFolder folder);

    /** Returns the command as the owner would send it, as far as the rights go. */
    protected abstract ImapMessage asOwner(R request, String privateName, ImapRights rights);

    /** Answers a command on a folder that does not exist. */
    protected Mono<Void> handleMissing(CommandContext<R> context, ResolvedFolder folder) {
        return context.refuseAsAbsent();
    }

    /** Decides whether the default processor is to see that folder as selected. */
    protected boolean showsSelected(SelectedFolder selected, FolderAddress named) {
        return selected.address().equals(named);
    }

    /** Returns how the audit log calls the command if it succeeds; empty to leave it out. */
    protected Optional<AuditAction> auditedAs() {
        return Optional.empty();
    }

    /**
     * Does a command that is permitted.
     *
     * @param request what {@link #asOwner} has made of it
     */
    protected Mono<Void> perform(
            CommandContext<R> context,
            ResolvedFolder folder,
            ImapMessage request,
            Responder responder,
            ImapSession session) {
        return context.proceed(request, responder, session);
    }

    @Override
    protected boolean concernsOthers(CommandContext<R> context) {
        return OtherUsersNamespace.isForeign(nameIn(context.request()));
    }

    @Override
    protected Mono<Void> handle(CommandContext<R> context) {
        return access.resolve(context, nameIn(context.request()))
                .map(folder -> handle(context, folder, sessionFor(context, folder)))
                .orElseGet(context::refuseAsAbsent);
    }

    private Mono<Void> handle(
            CommandContext<R> context, ResolvedFolder folder, ImapSession session) {
        Supplier<Mono<Void>> missing = () -> handleMissing(context, folder);
        return isPermitted(context.request(), folder)
                ? access.use(
                        context,
                        folder,
                        client -> proceed(context, folder, client, session),
                        missing)
                : access.ifExists(context, folder, () -> denials.deny(context, folder), missing);
    }

    private Mono<Void> proceed(
            CommandContext<R> context,
            ResolvedFolder folder,
            Responder client,
            ImapSession session) {
        String publicName = context.names().of(folder.address());
        ImapMessage request =
                asOwner(context.request(), folder.address().folder().asString(), folder.rights());
        Responder responder =
                RewritingResponder.of(
                        PermanentFlagsResponder.of(
                                client, FlagRights.of(folder.rights())::permitted),
                        message -> FolderResponses.named(publicName, message));
        return auditedAs()
                .map(
                        action ->
                                audit.recording(
                                        context,
                                        action,
                                        folder.address(),
                                        ImmutableMap.of(),
                                        responder,
                                        outcome ->
                                                perform(
                                                        context, folder, request, outcome,
                                                        session)))
                .orElseGet(
                        () -> {
                            access.used(context, folder.address().owner(), Use.READ);
                            return perform(context, folder, request, responder, session);
                        });
    }

    /**
     * Returns the owner's session, with the selected folder if that is the same and may be read:
     * then the client is told its changes.
     */
    private ImapSession sessionFor(CommandContext<R> context, ResolvedFolder folder) {
        return SelectedFolder.of(context.session().getSelected())
                .filter(selected -> showsSelected(selected, folder.address()))
                .filter(selected -> mayBeRead(selected, folder))
                .map(selected -> OwnerSession.using(context.session(), selected))
                .orElseGet(() -> OwnerSession.naming(context.session(), folder.address().owner()));
    }

    /** Asked anew: since it was selected, a folder may have been renamed. */
    private boolean mayBeRead(SelectedFolder selected, ResolvedFolder folder) {
        return access.rightsIn(selected, folder.access()).allow(Right.Read);
    }
}
