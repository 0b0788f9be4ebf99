/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import javax.inject.Inject;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.message.request.GetMetadataRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.access.NamedFolderProcessor;
import org.sharedmailbox.imap.access.ResolvedFolder;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.model.ImapRights;

/** GETMETADATA (RFC 5464 §4.2): needs right {@code r}, and names only {@code /shared} entries. */
public final class GetMetadataProcessor extends NamedFolderProcessor<GetMetadataRequest>
        implements CapabilityImplementingProcessor {
    @Inject
    GetMetadataProcessor(
            org.apache.james.imap.processor.GetMetadataProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit) {
        super(GetMetadataRequest.class, defaultProcessor, executor, access, denials, audit);
    }

    @Override
    protected String nameIn(GetMetadataRequest request) {
        return request.getMailboxName();
    }

    @Override
    protected boolean isPermitted(GetMetadataRequest request, ResolvedFolder folder) {
        return folder.rights().allow(Right.Read) && SharedEntries.areShared(request.getKeys());
    }

    @Override
    protected ImapMessage asOwner(
            GetMetadataRequest request, String privateName, ImapRights rights) {
        return GetMetadataRequest.builder()
                .tag(request.getTag())
                .mailboxName(privateName)
                .keys(request.getKeys())
                .maxsize(request.getMaxsize())
                .depth(request.getDepth())
                .build();
    }
}
