/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import javax.inject.Inject;
import org.apache.james.imap.message.request.SearchRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.OpenFolder;
import org.sharedmailbox.imap.access.SelectedFolderProcessor;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import reactor.core.publisher.Mono;

/** SEARCH (RFC 3501 §6.4.4): needs right {@code r}. */
public final class SearchProcessor extends SelectedFolderProcessor<SearchRequest>
        implements CapabilityImplementingProcessor {
    @Inject
    SearchProcessor(
            org.apache.james.imap.processor.SearchProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials) {
        super(SearchRequest.class, defaultProcessor, executor, access, denials);
    }

    @Override
    protected Mono<Void> handle(CommandContext<SearchRequest> context, OpenFolder folder) {
        return folder.proceed(context, context.request());
    }
}
