/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.acl;

import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.sharedmailbox.acl.AclService;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.decode.AclRequest;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.response.UntaggedResponse;
import org.sharedmailbox.model.ImapRights;

/** LISTRIGHTS (RFC 4314 §3.4): tells what can be granted, each right by itself. */
public final class ListRightsProcessor extends AclProcessor<AclRequest.ListRights>
        implements CapabilityImplementingProcessor {
    private final AclService acls;

    @Inject
    ListRightsProcessor(
            org.apache.james.imap.processor.ListRightsProcessor defaultProcessor,
            CommandExecutor executor,
            AclTargets targets,
            ImapAudit audit,
            BlockingScheduler scheduler,
            AclService acls) {
        super(AclRequest.ListRights.class, defaultProcessor, executor, targets, audit, scheduler);
        this.acls = acls;
    }

    @Override
    void perform(AclTarget target, CommandContext<AclRequest.ListRights> context) {
        Username identifier = identifier(context);
        acls.requireAccount(identifier);
        boolean isOwner = identifier.equals(target.owner());
        context.responder()
                .respond(
                        UntaggedResponse.listRights(
                                context.request().mailboxName(),
                                context.request().identifier(),
                                isOwner ? ImapRights.OF_OWNER : ImapRights.NONE,
                                isOwner ? ImapRights.NONE : acls.grantable(target.owner())));
        context.responder().respond(StatusResponses.completed(context.request()));
    }
}
