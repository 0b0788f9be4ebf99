/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import javax.inject.Inject;
import org.apache.james.imap.message.request.NamespaceRequest;
import org.apache.james.imap.message.response.NamespaceResponse;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.response.RewritingResponder;
import org.sharedmailbox.imap.response.UntaggedResponse;
import reactor.core.publisher.Mono;

/** NAMESPACE (RFC 2342): the same answer for everybody, with the Other Users' Namespace. */
public final class NamespaceProcessor extends InterceptingProcessor<NamespaceRequest>
        implements CapabilityImplementingProcessor {
    @Inject
    NamespaceProcessor(
            org.apache.james.imap.processor.NamespaceProcessor defaultProcessor,
            CommandExecutor executor) {
        super(NamespaceRequest.class, defaultProcessor, executor);
    }

    @Override
    protected boolean concernsOthers(CommandContext<NamespaceRequest> context) {
        return false;
    }

    @Override
    protected Mono<Void> handle(CommandContext<NamespaceRequest> context) {
        return handleOwn(context);
    }

    @Override
    protected Mono<Void> handleOwn(CommandContext<NamespaceRequest> context) {
        return context.proceed(
                context.request(),
                RewritingResponder.of(
                        context.responder(),
                        message ->
                                message instanceof NamespaceResponse
                                        ? UntaggedResponse.namespaces()
                                        : message),
                context.session());
    }
}
