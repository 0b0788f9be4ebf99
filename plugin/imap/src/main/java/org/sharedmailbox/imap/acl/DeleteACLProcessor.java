/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.acl;

import javax.inject.Inject;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.sharedmailbox.acl.AclService;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.decode.AclRequest;
import org.sharedmailbox.imap.response.StatusResponses;

/**
 * DELETEACL (RFC 4314 §3.2): takes the rights in that folder alone away; at the root, all of them.
 */
public final class DeleteACLProcessor extends AclProcessor<AclRequest.Delete>
        implements CapabilityImplementingProcessor {
    private final AclService acls;

    @Inject
    DeleteACLProcessor(
            org.apache.james.imap.processor.DeleteACLProcessor defaultProcessor,
            CommandExecutor executor,
            AclTargets targets,
            ImapAudit audit,
            BlockingScheduler scheduler,
            AclService acls) {
        super(AclRequest.Delete.class, defaultProcessor, executor, targets, audit, scheduler);
        this.acls = acls;
    }

    /** Lets in who administers, and who leaves a mailbox as a whole. */
    @Override
    boolean isPermitted(AclTarget target, CommandContext<AclRequest.Delete> context) {
        return super.isPermitted(target, context)
                || (target.folder().isEmpty() && identifier(context).equals(context.delegate()));
    }

    @Override
    void perform(AclTarget target, CommandContext<AclRequest.Delete> context) {
        acls.delete(target.owner(), target.folder(), grantee(target, context), context.delegate());
        context.responder().respond(StatusResponses.completed(context.request()));
    }
}
