/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.DeleteRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.access.NamedFolderProcessor;
import org.sharedmailbox.imap.access.ResolvedFolder;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.response.TaggedNo;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/** DELETE (RFC 3501 §6.3.4): needs right {@code x}; INBOX is never deleted. */
public final class DeleteProcessor extends NamedFolderProcessor<DeleteRequest> {
    private final AccessChecker access;

    @Inject
    DeleteProcessor(
            org.apache.james.imap.processor.DeleteProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit) {
        super(DeleteRequest.class, defaultProcessor, executor, access, denials, audit);
        this.access = access;
    }

    @Override
    protected String nameIn(DeleteRequest request) {
        return request.getMailboxName();
    }

    @Override
    protected boolean isPermitted(DeleteRequest request, ResolvedFolder folder) {
        return folder.rights().allow(Right.DeleteMailbox)
                && !folder.address().folder().equals(FolderName.INBOX);
    }

    @Override
    protected ImapMessage asOwner(DeleteRequest request, String privateName, ImapRights rights) {
        return new DeleteRequest(privateName, request.getTag());
    }

    /**
     * Shows whatever is selected of that owner: James asks what it is called now, and deselects
     * what it deletes.
     */
    @Override
    protected boolean showsSelected(SelectedFolder selected, FolderAddress named) {
        return selected.address().owner().equals(named.owner());
    }

    /**
     * Leaves it to James where it does not matter which folder it is. James deletes by name, and
     * another folder may have the name by then.
     */
    @Override
    protected Mono<Void> perform(
            CommandContext<DeleteRequest> context,
            ResolvedFolder folder,
            ImapMessage request,
            Responder responder,
            ImapSession session) {
        access.mayBeGone(folder.address());
        if (folder.access().isUniform()) {
            return super.perform(context, folder, request, responder, session);
        }
        DeleteRequest delete = context.request();
        return access.delete(context, folder)
                .flatMap(
                        deleted ->
                                deleted
                                        ? deselectDeleted(context)
                                                .thenReturn(StatusResponses.completed(delete))
                                        : Mono.just(TaggedNo.nonExistent(delete.getTag())))
                .doOnNext(responder::respond)
                .then();
    }

    private static Mono<Void> deselectDeleted(CommandContext<DeleteRequest> context) {
        return context.selectedFolder()
                .filter(SelectedFolder::isDeleted)
                .map(selected -> SelectedFolder.deselect(context.session()))
                .orElseGet(Mono::empty);
    }

    @Override
    protected Optional<AuditAction> auditedAs() {
        return Optional.of(AuditAction.FOLDER_DELETED);
    }
}
