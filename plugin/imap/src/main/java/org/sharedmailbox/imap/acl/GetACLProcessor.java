/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.acl;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.sharedmailbox.acl.AclEntry;
import org.sharedmailbox.acl.AclService;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.decode.AclRequest;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.response.UntaggedResponse;
import org.sharedmailbox.model.ImapRights;

/** GETACL (RFC 4314 §3.3): the owner, and what each delegate may do there. */
public final class GetACLProcessor extends AclProcessor<AclRequest.Get>
        implements CapabilityImplementingProcessor {
    private final AclService acls;

    @Inject
    GetACLProcessor(
            org.apache.james.imap.processor.GetACLProcessor defaultProcessor,
            CommandExecutor executor,
            AclTargets targets,
            ImapAudit audit,
            BlockingScheduler scheduler,
            AclService acls) {
        super(AclRequest.Get.class, defaultProcessor, executor, targets, audit, scheduler);
        this.acls = acls;
    }

    @Override
    void perform(AclTarget target, CommandContext<AclRequest.Get> context) {
        ImmutableList.Builder<AclEntry> entries = ImmutableList.builder();
        entries.add(AclEntry.of(target.owner(), ImapRights.OF_OWNER));
        entries.addAll(acls.entries(target.owner(), target.folder()));
        context.responder()
                .respond(UntaggedResponse.acl(context.request().mailboxName(), entries.build()));
        context.responder().respond(StatusResponses.completed(context.request()));
    }
}
