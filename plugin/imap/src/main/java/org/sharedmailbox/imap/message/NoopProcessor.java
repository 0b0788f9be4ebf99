/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import javax.inject.Inject;
import org.apache.james.imap.message.request.NoopRequest;
import org.sharedmailbox.delegation.Use;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.OpenFolder;
import org.sharedmailbox.imap.access.SelectedFolderProcessor;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.session.SelectedFolder;
import reactor.core.publisher.Mono;

/** NOOP (RFC 3501 §6.1.2): tells the changes in the folder to whoever may read it. */
public final class NoopProcessor extends SelectedFolderProcessor<NoopRequest> {
    @Inject
    NoopProcessor(
            org.apache.james.imap.processor.NoopProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials) {
        super(NoopRequest.class, defaultProcessor, executor, access, denials);
    }

    @Override
    protected Mono<Void> handle(CommandContext<NoopRequest> context, OpenFolder folder) {
        used(context, folder, Use.READ);
        return folder.proceed(context, context.request());
    }

    /** Succeeds: the command asks for nothing. */
    @Override
    protected Mono<Void> handleAccessEnded(
            CommandContext<NoopRequest> context, SelectedFolder folder) {
        return context.complete();
    }
}
