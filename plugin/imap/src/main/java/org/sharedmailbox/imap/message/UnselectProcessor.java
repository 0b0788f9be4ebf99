/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import javax.inject.Inject;
import org.apache.james.imap.message.request.UnselectRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.OpenFolder;
import org.sharedmailbox.imap.access.SelectedFolderProcessor;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import reactor.core.publisher.Mono;

/** UNSELECT (RFC 3691): needs nothing, but is answered like any other once access has ended. */
public final class UnselectProcessor extends SelectedFolderProcessor<UnselectRequest>
        implements CapabilityImplementingProcessor {
    @Inject
    UnselectProcessor(
            org.apache.james.imap.processor.UnselectProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials) {
        super(UnselectRequest.class, defaultProcessor, executor, access, denials);
    }

    @Override
    protected Mono<Void> handle(CommandContext<UnselectRequest> context, OpenFolder folder) {
        return folder.proceed(context, context.request());
    }
}
