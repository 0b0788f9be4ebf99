/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import javax.inject.Inject;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.response.TaggedNo;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * Refuses what a delegate lacks the right for ({@code NO [NOPERM]}), and records it. Thread-safe.
 */
public class Denials {
    private final ImapAudit audit;
    private final BlockingScheduler scheduler;

    /** Makes denials that are recorded there. */
    @Inject
    public Denials(ImapAudit audit, BlockingScheduler scheduler) {
        this.audit = audit;
        this.scheduler = scheduler;
    }

    /** Refuses the command; without right {@code l} in the words for what does not exist. */
    public Mono<Void> deny(CommandContext<?> context, FolderAddress folder, ImapRights held) {
        return held.allow(Right.Lookup)
                ? record(context, folder)
                        .then(context.respond(TaggedNo.noPermission(context.request().getTag())))
                : context.refuseAsAbsent();
    }

    /** Refuses a command on a folder that is there. */
    public Mono<Void> deny(CommandContext<?> context, ResolvedFolder folder) {
        return deny(context, folder.address(), folder.rights());
    }

    /** Refuses a command on the selected folder. */
    public Mono<Void> deny(CommandContext<?> context, OpenFolder folder) {
        return deny(context, folder.address(), folder.rights());
    }

    /**
     * Records a denial, on a thread that may block: James may have gone on with one that may not.
     */
    public Mono<Void> record(CommandContext<?> context, FolderAddress folder) {
        return scheduler.run(
                () -> audit.denied(context, folder.owner(), folder.folder().asString()));
    }
}
