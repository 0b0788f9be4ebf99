/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import javax.inject.Inject;
import org.apache.james.imap.message.request.CheckRequest;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.OpenFolder;
import org.sharedmailbox.imap.access.SelectedFolderProcessor;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.session.SelectedFolder;
import reactor.core.publisher.Mono;

/** CHECK (RFC 3501 §6.4.1): tells the changes in the folder to whoever may read it. */
public final class CheckProcessor extends SelectedFolderProcessor<CheckRequest> {
    @Inject
    CheckProcessor(
            org.apache.james.imap.processor.CheckProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials) {
        super(CheckRequest.class, defaultProcessor, executor, access, denials);
    }

    @Override
    protected Mono<Void> handle(CommandContext<CheckRequest> context, OpenFolder folder) {
        return folder.proceed(context, context.request());
    }

    /** Succeeds: the command asks for nothing. */
    @Override
    protected Mono<Void> handleAccessEnded(
            CommandContext<CheckRequest> context, SelectedFolder folder) {
        return context.complete();
    }
}
