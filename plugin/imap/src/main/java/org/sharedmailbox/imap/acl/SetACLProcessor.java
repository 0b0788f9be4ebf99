/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.acl;

import com.google.common.collect.ImmutableList;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.sharedmailbox.acl.AclService;
import org.sharedmailbox.acl.RightsModification;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.decode.AclRequest;
import org.sharedmailbox.imap.response.CapabilityResponseEncoder;
import org.sharedmailbox.imap.response.StatusResponses;

/** SETACL (RFC 4314 §3.1): sets what a delegate may do in that folder alone. */
public final class SetACLProcessor extends AclProcessor<AclRequest.Set>
        implements CapabilityImplementingProcessor {
    private final AclService acls;

    @Inject
    SetACLProcessor(
            org.apache.james.imap.processor.SetACLProcessor defaultProcessor,
            CommandExecutor executor,
            AclTargets targets,
            ImapAudit audit,
            BlockingScheduler scheduler,
            AclService acls) {
        super(AclRequest.Set.class, defaultProcessor, executor, targets, audit, scheduler);
        this.acls = acls;
    }

    /** Adds the rights that RFC 4314 §5 lets a server announce: clients use them only then. */
    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return ImmutableList.<Capability>builder()
                .addAll(super.getImplementedCapabilities(session))
                .add(CapabilityResponseEncoder.RIGHTS)
                .build();
    }

    @Override
    void perform(AclTarget target, CommandContext<AclRequest.Set> context) {
        RightsModification modification;
        try {
            modification = RightsModification.parse(context.request().rights());
        } catch (IllegalArgumentException e) {
            context.responder()
                    .respond(
                            StatusResponses.bad(context.request(), String.valueOf(e.getMessage())));
            return;
        }
        acls.set(
                target.owner(),
                target.folder(),
                grantee(target, context),
                modification,
                context.delegate());
        context.responder().respond(StatusResponses.completed(context.request()));
    }
}
