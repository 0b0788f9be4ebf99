/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.message.request.DeleteRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.access.NamedFolderProcessor;
import org.sharedmailbox.imap.access.ResolvedFolder;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;

/** DELETE (RFC 3501 §6.3.4): needs right {@code x}; INBOX is never deleted. */
public final class DeleteProcessor extends NamedFolderProcessor<DeleteRequest> {
    @Inject
    DeleteProcessor(
            org.apache.james.imap.processor.DeleteProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit) {
        super(DeleteRequest.class, defaultProcessor, executor, access, denials, audit);
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

    @Override
    protected Optional<AuditAction> auditedAs() {
        return Optional.of(AuditAction.FOLDER_DELETED);
    }
}
