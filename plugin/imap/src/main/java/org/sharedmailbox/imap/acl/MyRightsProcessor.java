/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.acl;

import javax.inject.Inject;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.decode.AclRequest;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.response.TaggedNo;
import org.sharedmailbox.imap.response.UntaggedResponse;

/**
 * MYRIGHTS (RFC 4314 §3.5): of folders, and of the root below which the sender may make folders.
 * Roundcube asks for it before it makes or renames a folder there.
 */
public final class MyRightsProcessor extends AclProcessor<AclRequest.MyRights>
        implements CapabilityImplementingProcessor {
    @Inject
    MyRightsProcessor(
            org.apache.james.imap.processor.MyRightsProcessor defaultProcessor,
            CommandExecutor executor,
            AclTargets targets,
            ImapAudit audit,
            BlockingScheduler scheduler) {
        super(AclRequest.MyRights.class, defaultProcessor, executor, targets, audit, scheduler);
    }

    /** Lets anybody ask: without rights, {@link #perform} answers as if nothing were there. */
    @Override
    boolean isPermitted(AclTarget target, CommandContext<AclRequest.MyRights> context) {
        return true;
    }

    @Override
    void perform(AclTarget target, CommandContext<AclRequest.MyRights> context) {
        boolean mayKnow =
                target.rights()
                        .allowAnyOf(
                                Right.Lookup,
                                Right.Read,
                                Right.Insert,
                                Right.CreateMailbox,
                                Right.DeleteMailbox,
                                Right.Administer);
        if (!mayKnow) {
            context.responder().respond(TaggedNo.nonExistent(context.request().getTag()));
            return;
        }
        context.responder()
                .respond(
                        UntaggedResponse.myRights(
                                context.request().mailboxName(), target.rights()));
        context.responder().respond(StatusResponses.completed(context.request()));
    }
}
