/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import com.google.common.collect.ImmutableMap;
import javax.inject.Inject;
import org.apache.james.imap.message.request.CloseRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MessageRange;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.access.OpenFolder;
import org.sharedmailbox.imap.access.SelectedFolderProcessor;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.session.OwnerMailboxSession;
import org.sharedmailbox.imap.session.SelectedFolder;
import reactor.core.publisher.Mono;

/**
 * CLOSE (RFC 3501 §6.4.2): without right {@code e} it expunges nothing and succeeds (RFC 4314 §4).
 * What it expunges is counted for the audit log, which the default processor does not do.
 */
public final class CloseProcessor extends SelectedFolderProcessor<CloseRequest> {
    private final MailboxManager mailboxes;
    private final ImapAudit audit;

    @Inject
    CloseProcessor(
            org.apache.james.imap.processor.CloseProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            MailboxManager mailboxes,
            ImapAudit audit) {
        super(CloseRequest.class, defaultProcessor, executor, access, denials);
        this.mailboxes = mailboxes;
        this.audit = audit;
    }

    @Override
    protected Mono<Void> handle(CommandContext<CloseRequest> context, OpenFolder folder) {
        Mono<Void> expunged =
                folder.rights().allow(Right.PerformExpunge)
                        ? expunge(context, folder)
                        : Mono.empty();
        return expunged.then(SelectedFolder.deselect(context.session())).then(context.complete());
    }

    private Mono<Void> expunge(CommandContext<CloseRequest> context, OpenFolder folder) {
        MailboxSession owner = OwnerMailboxSession.copyOf(folder.selected().ownerSession());
        Mono<Long> expunged =
                Mono.from(
                                mailboxes.getMailboxReactive(
                                        folder.selected().mailbox().getMailboxId(), owner))
                        .flatMap(
                                mailbox ->
                                        mailbox.expungeReactive(MessageRange.all(), owner).count());
        return mailboxes
                .manageProcessing(expunged, owner)
                .filter(count -> count > 0)
                .flatMap(
                        count ->
                                audit.record(
                                        context,
                                        AuditAction.MESSAGES_DELETED,
                                        folder.address(),
                                        ImmutableMap.of("messages", String.valueOf(count))));
    }
}
