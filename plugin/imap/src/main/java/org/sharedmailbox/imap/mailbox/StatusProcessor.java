/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import javax.inject.Inject;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.message.request.StatusRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.access.NamedFolderProcessor;
import org.sharedmailbox.imap.access.ResolvedFolder;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.model.ImapRights;

/** STATUS (RFC 3501 §6.3.10): needs right {@code r}. */
public final class StatusProcessor extends NamedFolderProcessor<StatusRequest>
        implements CapabilityImplementingProcessor {
    @Inject
    StatusProcessor(
            org.apache.james.imap.processor.StatusProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit) {
        super(StatusRequest.class, defaultProcessor, executor, access, denials, audit);
    }

    @Override
    protected String nameIn(StatusRequest request) {
        return request.getMailboxName();
    }

    @Override
    protected boolean isPermitted(StatusRequest request, ResolvedFolder folder) {
        return folder.rights().allow(Right.Read);
    }

    @Override
    protected ImapMessage asOwner(StatusRequest request, String privateName, ImapRights rights) {
        return new StatusRequest(privateName, request.getStatusDataItems(), request.getTag());
    }
}
