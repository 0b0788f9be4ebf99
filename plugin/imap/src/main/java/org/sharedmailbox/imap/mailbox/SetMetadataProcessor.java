/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import javax.inject.Inject;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.message.request.SetMetadataRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxAnnotation;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.access.NamedFolderProcessor;
import org.sharedmailbox.imap.access.ResolvedFolder;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.model.ImapRights;

/** SETMETADATA (RFC 5464 §4.3): needs right {@code w}, and names only {@code /shared} entries. */
public final class SetMetadataProcessor extends NamedFolderProcessor<SetMetadataRequest>
        implements CapabilityImplementingProcessor {
    @Inject
    SetMetadataProcessor(
            org.apache.james.imap.processor.SetMetadataProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit) {
        super(SetMetadataRequest.class, defaultProcessor, executor, access, denials, audit);
    }

    @Override
    protected String nameIn(SetMetadataRequest request) {
        return request.getMailboxName();
    }

    @Override
    protected boolean isPermitted(SetMetadataRequest request, ResolvedFolder folder) {
        return folder.rights().allow(Right.Write)
                && request.getMailboxAnnotations().stream()
                        .map(MailboxAnnotation::getKey)
                        .allMatch(SharedEntries::isShared);
    }

    @Override
    protected ImapMessage asOwner(
            SetMetadataRequest request, String privateName, ImapRights rights) {
        return new SetMetadataRequest(
                request.getTag(), privateName, request.getMailboxAnnotations());
    }
}
