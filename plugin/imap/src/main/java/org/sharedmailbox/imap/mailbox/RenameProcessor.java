/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.imap.message.request.RenameRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.CreationRight;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.access.ResolvedFolder;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import org.sharedmailbox.imap.response.TaggedNo;
import org.sharedmailbox.imap.session.OwnerSession;
import org.sharedmailbox.model.FolderName;
import reactor.core.publisher.Mono;

/**
 * RENAME (RFC 3501 §6.3.5): needs right {@code x} on the old name (RFC 4314 §4), and for the new
 * one what {@link CreationRight} says, both of the same owner and asked once, at the start. What
 * lies below moves along, so that {@code x} is needed there, too: nobody moves a folder that is
 * closed to them to where they have more rights. INBOX stays: renaming it would move the mail away
 * from under those who are reading it.
 */
public final class RenameProcessor extends InterceptingProcessor<RenameRequest> {
    private final AccessChecker access;
    private final Denials denials;
    private final ImapAudit audit;

    @Inject
    RenameProcessor(
            org.apache.james.imap.processor.RenameProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit) {
        super(RenameRequest.class, defaultProcessor, executor);
        this.access = access;
        this.denials = denials;
        this.audit = audit;
    }

    @Override
    protected boolean concernsOthers(CommandContext<RenameRequest> context) {
        return OtherUsersNamespace.isForeign(context.request().getExistingName())
                || OtherUsersNamespace.isForeign(context.request().getNewName());
    }

    @Override
    protected Mono<Void> handle(CommandContext<RenameRequest> context) {
        String existing = context.request().getExistingName();
        if (!OtherUsersNamespace.isForeign(existing)) {
            return refuseOtherOwner(context);
        }
        return access.resolve(context, existing)
                .map(folder -> rename(context, folder, newFolder(context, folder)))
                .orElseGet(context::refuseAsAbsent);
    }

    /** Returns the folder of the new name; empty if it is not the same owner's. */
    private static Optional<ResolvedFolder> newFolder(
            CommandContext<RenameRequest> context, ResolvedFolder old) {
        return context.names()
                .parse(context.request().getNewName())
                .filter(one -> one.owner().equals(old.address().owner()))
                .map(one -> old.at(one.folder()));
    }

    private Mono<Void> rename(
            CommandContext<RenameRequest> context,
            ResolvedFolder old,
            Optional<ResolvedFolder> named) {
        return access.ifExists(
                context,
                old,
                () -> renameIfPermitted(context, old, named),
                context::refuseAsAbsent);
    }

    private Mono<Void> renameIfPermitted(
            CommandContext<RenameRequest> context,
            ResolvedFolder old,
            Optional<ResolvedFolder> named) {
        if (!old.rights().allow(Right.DeleteMailbox)) {
            return denials.deny(context, old);
        }
        FolderName oldName = old.address().folder();
        if (oldName.equals(FolderName.INBOX)) {
            return refuse(context, "INBOX cannot be renamed.");
        }
        if (named.isEmpty()) {
            return refuseOtherOwner(context);
        }
        FolderName newName = named.get().address().folder();
        if (oldName.covers(newName) && !newName.equals(oldName)) {
            return refuse(context, "A mailbox cannot be moved below itself.");
        }
        if (!CreationRight.isHeld(named.get())) {
            return denials.deny(context, CreationRight.parentOf(named.get()));
        }
        return access.mayMove(context, old, newName)
                .flatMap(
                        may ->
                                may
                                        ? rename(context, old.address(), newName)
                                        : denials.deny(context, old));
    }

    private Mono<Void> rename(
            CommandContext<RenameRequest> context, FolderAddress old, FolderName newName) {
        access.mayBeGone(old);
        RenameRequest request =
                new RenameRequest(
                        old.folder().asString(), newName.asString(), context.request().getTag());
        return audit.recording(
                context,
                AuditAction.FOLDER_RENAMED,
                old,
                ImmutableMap.of("to", newName.asString()),
                context.responder(),
                outcome ->
                        context.proceed(
                                request,
                                outcome,
                                OwnerSession.naming(context.session(), old.owner())));
    }

    private static Mono<Void> refuseOtherOwner(CommandContext<RenameRequest> context) {
        return refuse(
                context,
                "A mailbox can only be renamed within its owner's mailboxes; create one there and"
                        + " MOVE the messages.");
    }

    private static Mono<Void> refuse(CommandContext<RenameRequest> context, String reason) {
        return context.respond(TaggedNo.cannot(context.request().getTag(), reason));
    }
}
