/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import javax.inject.Inject;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.message.request.CopyRequest;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/** COPY (RFC 3501 §6.4.7). */
public final class CopyProcessor extends TransferProcessor<CopyRequest> {
    private final TransferBetweenOwners betweenOwners;

    @Inject
    CopyProcessor(
            org.apache.james.imap.processor.CopyProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit,
            TransferBetweenOwners betweenOwners) {
        super(CopyRequest.class, defaultProcessor, executor, access, denials, audit);
        this.betweenOwners = betweenOwners;
    }

    @Override
    boolean isPermittedFrom(ImapRights rights) {
        return true;
    }

    @Override
    CopyRequest asOwner(CopyRequest request, IdRange[] uids, String privateName) {
        return new CopyRequest(uids, privateName, true, request.getTag());
    }

    @Override
    AuditAction action() {
        return AuditAction.MESSAGES_COPIED;
    }

    @Override
    Mono<Void> betweenOwners(
            CommandContext<CopyRequest> context,
            TransferSource source,
            UidSet messages,
            TransferTarget target,
            TransferAudit transferAudit) {
        return betweenOwners.copy(context, source, messages, target, transferAudit);
    }
}
