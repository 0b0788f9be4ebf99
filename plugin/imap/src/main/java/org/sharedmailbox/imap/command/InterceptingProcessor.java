/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.imap.processor.base.AbstractProcessor;
import org.apache.james.util.MDCBuilder;
import org.sharedmailbox.imap.response.AnswerWatch;
import org.sharedmailbox.imap.response.TaggedNo;
import reactor.core.publisher.Mono;

/**
 * Stands in for one of James's processors, its default processor. A command that concerns nobody
 * but its sender goes there as it came; any other is handled by the subclass, which hands it on in
 * a changed form, answers it, or refuses it. What James asks of a processor besides, such as its
 * configuration, is the default processor's. Stateless, and so thread-safe.
 *
 * @param <R> the request
 */
public abstract class InterceptingProcessor<R extends ImapRequest> extends AbstractProcessor<R> {
    private final ImapProcessor defaultProcessor;
    private final CommandExecutor executor;

    /** Makes a processor in the place of the default one. */
    protected InterceptingProcessor(
            Class<R> request, ImapProcessor defaultProcessor, CommandExecutor executor) {
        super(request);
        this.defaultProcessor = defaultProcessor;
        this.executor = executor;
    }

    /**
     * Returns all forms of the request that the default processor takes, such as AUTHENTICATE with
     * an initial response (RFC 4959).
     */
    @Override
    public final List<Class<? extends R>> acceptableClasses() {
        List<Class<? extends R>> forms = new ArrayList<>(super.acceptableClasses());
        if (defaultProcessor instanceof AbstractProcessor) {
            ((AbstractProcessor<?>) defaultProcessor)
                    .acceptableClasses().stream()
                            .filter(acceptableClass()::isAssignableFrom)
                            .<Class<? extends R>>map(form -> form.asSubclass(acceptableClass()))
                            .filter(form -> !forms.contains(form))
                            .forEach(forms::add);
        }
        return ImmutableList.copyOf(forms);
    }

    /**
     * Decides whether the command concerns another owner. Called for every command of everybody on
     * the connection's event loop: must neither block nor cost more than a glance.
     */
    protected abstract boolean concernsOthers(CommandContext<R> context);

    /**
     * Handles a command that concerns another owner, and answers it in any case. Asks our store, if
     * at all, before it does anything else: where the answer is not known, it is called once more
     * on a thread that may block.
     */
    protected abstract Mono<Void> handle(CommandContext<R> context);

    /**
     * Handles a command that concerns another owner, of somebody who has left too many such
     * commands running. Whatever the command means for one's own folders has to work here, too.
     */
    protected Mono<Void> handleOverLimit(CommandContext<R> context) {
        return context.respond(TaggedNo.limit(context.request().getTag()));
    }

    /** Decides whether the command is answered after it has been handled, when the client wants. */
    protected boolean answersLater() {
        return false;
    }

    /**
     * Handles a command that concerns nobody but its sender, or may do so, by {@link #execute}.
     * Must not block.
     */
    protected Mono<Void> handleOwn(CommandContext<R> context) {
        return context.proceed();
    }

    /** Handles a command that is not allowed in the state of the session. */
    protected Mono<Void> handleInWrongState(CommandContext<R> context) {
        return context.proceed();
    }

    /**
     * Looks at nothing before the commands ahead of this one are done: James calls this as soon as
     * a command is read, and a client that does not wait for answers would find its STORE done in
     * the folder that was selected before.
     */
    @Override
    public final Mono<Void> processReactive(
            ImapMessage message, Responder responder, ImapSession session) {
        Thread thread = Thread.currentThread();
        return executor.whenAwake(
                session,
                thread,
                () -> process(acceptableClass().cast(message), responder, session, thread));
    }

    private Mono<Void> process(R request, Responder responder, ImapSession session, Thread thread) {
        if (executor.hasEnded(session)) {
            return executor.end(session, responder);
        }
        CommandContext<R> context =
                new CommandContext<>(request, responder, session, defaultProcessor, thread);
        boolean allowed =
                session.getMailboxSession() != null
                        && request.getCommand().validForState(session.getState());
        if (!allowed) {
            return handleInWrongState(context);
        }
        return concernsOthers(context) ? execute(context, this::handle) : handleOwn(context);
    }

    /** Does what {@link #processReactive} does, for which James calls it. */
    @Override
    protected final Mono<Void> doProcess(R request, Responder responder, ImapSession session) {
        return processReactive(request, responder, session);
    }

    /** Does what {@link #handle} or another method does about a command that concerns others. */
    protected final Mono<Void> execute(
            CommandContext<R> context, Function<CommandContext<R>, Mono<Void>> handling) {
        return executor.execute(
                context,
                () -> answered(context, handling),
                () -> answered(context, this::handleOverLimit));
    }

    /** Answers where James has not: a client that is told nothing waits for ever. */
    private Mono<Void> answered(
            CommandContext<R> context, Function<CommandContext<R>, Mono<Void>> handling) {
        if (answersLater()) {
            return handling.apply(context);
        }
        AnswerWatch watch = new AnswerWatch(context.responder());
        return handling.apply(context.respondingTo(watch.asResponder()))
                .then(
                        Mono.defer(
                                () ->
                                        watch.isAnswered()
                                                ? Mono.empty()
                                                : CommandExecutor.answerUnanswered(context)));
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        defaultProcessor.configure(configuration);
    }

    @Override
    protected final MDCBuilder mdc(R request) {
        return MDCBuilder.create().addToContext(MDCBuilder.ACTION, request.getCommand().getName());
    }

    /**
     * Returns the capabilities that the default processor announces. A subclass whose default
     * processor announces any is a {@link CapabilityImplementingProcessor} by this.
     */
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return defaultProcessor instanceof CapabilityImplementingProcessor
                ? ((CapabilityImplementingProcessor) defaultProcessor)
                        .getImplementedCapabilities(session)
                : ImmutableList.of();
    }
}
