/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import javax.inject.Inject;
import org.apache.james.imap.message.request.IdleRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.sharedmailbox.delegation.Use;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.FlagRights;
import org.sharedmailbox.imap.access.OpenFolder;
import org.sharedmailbox.imap.access.SelectedFolderProcessor;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.response.PermanentFlagsResponder;
import org.sharedmailbox.imap.session.OwnerSession;
import reactor.core.publisher.Mono;

/**
 * IDLE (RFC 2177): in another owner's folder it needs right {@code r}, which is asked for again
 * before anything is told. When that ends, or the sign-in, the client is told so.
 */
public final class IdleProcessor extends SelectedFolderProcessor<IdleRequest>
        implements CapabilityImplementingProcessor {
    private final AccessChecker access;
    private final BlockingScheduler scheduler;
    private final IdleWatch watch;
    private final SignInIdleWatch signIns;
    private final LoggedOutConnections connections;

    @Inject
    IdleProcessor(
            org.apache.james.imap.processor.IdleProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            BlockingScheduler scheduler,
            IdleWatch watch,
            SignInIdleWatch signIns,
            LoggedOutConnections connections) {
        super(IdleRequest.class, defaultProcessor, executor, access, denials);
        this.access = access;
        this.scheduler = scheduler;
        this.watch = watch;
        this.signIns = signIns;
        this.connections = connections;
    }

    /** James answers when the client says DONE. */
    @Override
    protected boolean answersLater() {
        return true;
    }

    @Override
    protected Mono<Void> handleOwn(CommandContext<IdleRequest> context) {
        IdlingSession idling = new IdlingSession(context);
        return context.respondingTo(idling.responder())
                .proceed()
                .then(Mono.fromRunnable(() -> signIns.watch(idling)));
    }

    @Override
    protected Mono<Void> handle(CommandContext<IdleRequest> context, OpenFolder folder) {
        used(context, folder, Use.READ);
        IdlingSession idling = new IdlingSession(context);
        return idle(context.respondingTo(idling.responder()), folder)
                .then(Mono.fromRunnable(() -> signIns.watch(idling)));
    }

    private Mono<Void> idle(CommandContext<IdleRequest> context, OpenFolder folder) {
        IdlingClient client =
                new IdlingClient(context, folder.selected(), folder.access(), connections);
        GuardedSelectedMailbox guarded =
                new GuardedSelectedMailbox(access, scheduler, client, folder.rights());
        return context.proceed(
                        context.request(),
                        PermanentFlagsResponder.of(
                                context.responder(),
                                flags -> FlagRights.of(guarded.rights()).permitted(flags)),
                        OwnerSession.using(
                                context.session(), folder.selected(), guarded.asSelected()))
                .then(Mono.fromRunnable(() -> watch.watch(client)));
    }
}
