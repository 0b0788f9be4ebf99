/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.HeldDelegations;
import org.sharedmailbox.delegation.Use;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.response.TaggedNo;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * A processor of a command on the selected folder. While it is another owner's, the rights are
 * asked for anew at each command; when {@code r} is gone, the folder is deselected, and when the
 * first right to change it comes or the last one goes, the client is told.
 */
public abstract class SelectedFolderProcessor<R extends ImapRequest>
        extends InterceptingProcessor<R> {
    private final AccessChecker access;
    private final Denials denials;

    /** Makes a processor in the place of the default one. */
    protected SelectedFolderProcessor(
            Class<R> request,
            ImapProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials) {
        super(request, defaultProcessor, executor);
        this.access = access;
        this.denials = denials;
    }

    /** Handles a command on a folder that the delegate may read; answers it in any case. */
    protected abstract Mono<Void> handle(CommandContext<R> context, OpenFolder folder);

    /** Answers a command whose folder the delegate may no longer read, after deselecting it. */
    protected Mono<Void> handleAccessEnded(CommandContext<R> context, SelectedFolder folder) {
        return denials.record(context, folder.address())
                .then(context.respond(TaggedNo.accessEnded(context.request().getTag())));
    }

    /**
     * Notes that the folder is used. Reading is noted when it is selected, and by commands that
     * clients repeat while it is: a session may last for days.
     */
    protected final void used(CommandContext<R> context, OpenFolder folder, Use use) {
        access.used(context, folder.address().owner(), use);
    }

    @Override
    protected boolean concernsOthers(CommandContext<R> context) {
        return context.selectedFolder().isPresent();
    }

    @Override
    protected Mono<Void> handle(CommandContext<R> context) {
        return context.selectedFolder()
                .map(folder -> handle(context, folder))
                .orElseGet(context::proceed);
    }

    private Mono<Void> handle(CommandContext<R> context, SelectedFolder folder) {
        HeldDelegations held = access.heldBy(context.user());
        Access toOwner = access.accessTo(folder.address().owner(), held);
        ImapRights rights = access.rightsIn(folder, toOwner);
        if (!rights.allow(Right.Read)) {
            return SelectedFolder.deselect(context.session())
                    .then(context.respond(StatusResponses.closed()))
                    .then(Mono.defer(() -> handleAccessEnded(context, folder)));
        }
        Mono<Void> handled = handle(context, OpenFolder.of(folder, rights, toOwner, held));
        return rights.permitChanges() == folder.isReadOnly()
                ? ReadWriteChange.tell(context, folder, rights).then(handled)
                : handled;
    }
}
