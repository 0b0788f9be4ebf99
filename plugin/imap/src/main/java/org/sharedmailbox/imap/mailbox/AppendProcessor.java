/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.message.request.AppendRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.FlagRights;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.access.NamedFolderProcessor;
import org.sharedmailbox.imap.access.ResolvedFolder;
import org.sharedmailbox.imap.access.TryCreate;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * APPEND (RFC 3501 §6.3.11): needs right {@code i}; flags without their right are dropped. Where
 * the folder is missing, the client is told whether it may create it.
 */
public final class AppendProcessor extends NamedFolderProcessor<AppendRequest>
        implements CapabilityImplementingProcessor {
    @Inject
    AppendProcessor(
            org.apache.james.imap.processor.AppendProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit) {
        super(AppendRequest.class, defaultProcessor, executor, access, denials, audit);
    }

    @Override
    protected String nameIn(AppendRequest request) {
        return request.getMailboxName();
    }

    @Override
    protected boolean isPermitted(AppendRequest request, ResolvedFolder folder) {
        return folder.rights().allow(Right.Insert);
    }

    @Override
    protected ImapMessage asOwner(AppendRequest request, String privateName, ImapRights rights) {
        return new AppendRequest(
                privateName,
                FlagRights.of(rights).permitted(request.getFlags()),
                request.getDatetime(),
                request.getMessage(),
                request.getTag());
    }

    @Override
    protected Mono<Void> handleMissing(
            CommandContext<AppendRequest> context, ResolvedFolder folder) {
        return TryCreate.answer(context, folder);
    }

    @Override
    protected Optional<AuditAction> auditedAs() {
        return Optional.of(AuditAction.MESSAGES_APPENDED);
    }
}
