/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import javax.inject.Inject;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.message.request.GetQuotaRootRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.access.NamedFolderProcessor;
import org.sharedmailbox.imap.access.ResolvedFolder;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.model.ImapRights;

/** GETQUOTAROOT (RFC 9208 §4.1.3): needs right {@code r}. */
public final class GetQuotaRootProcessor extends NamedFolderProcessor<GetQuotaRootRequest>
        implements CapabilityImplementingProcessor {
    @Inject
    GetQuotaRootProcessor(
            org.apache.james.imap.processor.GetQuotaRootProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit) {
        super(GetQuotaRootRequest.class, defaultProcessor, executor, access, denials, audit);
    }

    @Override
    protected String nameIn(GetQuotaRootRequest request) {
        return request.getMailboxName();
    }

    @Override
    protected boolean isPermitted(GetQuotaRootRequest request, ResolvedFolder folder) {
        return folder.rights().allow(Right.Read);
    }

    @Override
    protected ImapMessage asOwner(
            GetQuotaRootRequest request, String privateName, ImapRights rights) {
        return new GetQuotaRootRequest(request.getTag(), privateName);
    }
}
