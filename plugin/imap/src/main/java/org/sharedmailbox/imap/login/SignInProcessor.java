/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.login;

import java.time.Clock;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.command.SignInTime;
import reactor.core.publisher.Mono;

/** The common part of LOGIN and AUTHENTICATE: the time before James looks at the password. */
abstract class SignInProcessor<R extends ImapRequest> extends InterceptingProcessor<R> {
    private final Clock clock;

    SignInProcessor(
            Class<R> request,
            ImapProcessor defaultProcessor,
            CommandExecutor executor,
            Clock clock) {
        super(request, defaultProcessor, executor);
        this.clock = clock;
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
     * James refuses them, and the time stays.
     */
    @Override
    protected final Mono<Void> handleInWrongState(CommandContext<R> context) {
        if (context.session().getMailboxSession() == null) {
            SignInTime.note(context.session(), clock.instant());
        }
        return context.proceed();
    }
}
