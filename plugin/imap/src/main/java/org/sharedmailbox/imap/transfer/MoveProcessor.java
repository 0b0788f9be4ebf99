/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import javax.inject.Inject;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.message.request.MoveRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/** MOVE (RFC 6851): needs rights {@code t} and {@code e} on the source, too (§3.1). */
public final class MoveProcessor extends TransferProcessor<MoveRequest>
        implements CapabilityImplementingProcessor {
    private final TransferBetweenOwners betweenOwners;

    @Inject
    MoveProcessor(
            org.apache.james.imap.processor.MoveProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit,
            TransferBetweenOwners betweenOwners) {
        super(MoveRequest.class, defaultProcessor, executor, access, denials, audit);
        this.betweenOwners = betweenOwners;
    }

    @Override
    boolean isPermittedFrom(ImapRights rights) {
        return rights.allow(Right.DeleteMessages) && rights.allow(Right.PerformExpunge);
    }

    @Override
    MoveRequest asOwner(MoveRequest request, IdRange[] uids, String privateName) {
        return new MoveRequest(uids, privateName, true, request.getTag());
    }

    @Override
    AuditAction action() {
        return AuditAction.MESSAGES_MOVED;
    }

    @Override
    Mono<Void> betweenOwners(
            CommandContext<MoveRequest> context,
            TransferSource source,
            UidSet messages,
            TransferTarget target,
            TransferAudit transferAudit) {
        return betweenOwners.move(context, source, messages, target, transferAudit);
    }
}
