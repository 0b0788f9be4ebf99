/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.login;

import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.command.SignInCheck;
import reactor.core.publisher.Mono;

/**
 * The common part of LOGIN and AUTHENTICATE: what is noted before James looks at the password, and
 * the refusal of who may not be signed in, whatever James says.
 */
abstract class SignInProcessor<R extends ImapRequest> extends InterceptingProcessor<R> {
    private final SignInCheck check;

    SignInProcessor(
            Class<R> request,
            ImapProcessor defaultProcessor,
            CommandExecutor executor,
            SignInCheck check) {
        super(request, defaultProcessor, executor);
        this.check = check;
    }

    @Override
    protected final boolean concernsOthers(CommandContext<R> context) {
        return false;
    }

    @Override
    protected final Mono<Void> handle(CommandContext<R> context) {
        return handleOwn(context);
    }

    /**
     * Nobody is signed in yet, which is the right state for these commands. Where somebody is,
     * James refuses them, and what was noted stays.
     */
    @Override
    protected final Mono<Void> handleInWrongState(CommandContext<R> context) {
        if (context.session().getMailboxSession() != null) {
            return context.proceed();
        }
        check.noteBeforeSignIn(context.session());
        return context.respondingTo(
                        new SignInResponder(
                                        context.request(),
                                        context.session(),
                                        context.responder(),
                                        check)
                                .asResponder())
                .proceed();
    }
}
