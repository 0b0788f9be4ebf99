/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.HeldDelegations;
import org.sharedmailbox.delegation.SignedInUser;
import org.sharedmailbox.delegation.SubscriptionChoices;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.name.ListPattern;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.response.TaggedResponseHolder;
import org.sharedmailbox.transaction.NonBlocking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The common part of LIST and LSUB: own folders as James lists them, then those of other owners
 * that match, then the tagged answer.
 */
abstract class ListingProcessor<R extends ImapRequest> extends InterceptingProcessor<R> {
    private static final Logger LOGGER = LoggerFactory.getLogger(ListingProcessor.class);

    private final AccessChecker access;
    private final Subscriptions subscriptions;
    private final SharedFolderFinder folders;
    private final BlockingScheduler scheduler;

    ListingProcessor(
            Class<R> request,
            ImapProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Subscriptions subscriptions,
            SharedFolderFinder folders,
            BlockingScheduler scheduler) {
        super(request, defaultProcessor, executor);
        this.access = access;
        this.subscriptions = subscriptions;
        this.folders = folders;
        this.scheduler = scheduler;
    }

    abstract RequestedNames namesIn(R request);

    /** Decides whether the answer depends on subscriptions, which have to be asked for then. */
    abstract boolean tellsSubscriptions(R request);

    /** Tells those of the folders that the request selects, in untagged responses. */
    abstract Mono<Void> tell(CommandContext<R> context, ListPattern pattern, SharedFolders shared);

    @Override
    protected final boolean concernsOthers(CommandContext<R> context) {
        return namesIn(context.request()).areForeign();
    }

    /** Most people hold no delegation: James lists to them as if we were not there. */
    @Override
    protected final Mono<Void> handleOwn(CommandContext<R> context) {
        RequestedNames names = namesIn(context.request());
        if (names.areTooWild()) {
            return refuse(context, "The mailbox pattern has too many wildcards");
        }
        if (names.areBroken()) {
            return refuse(context, RequestedNames.BROKEN);
        }
        if (!names.mayBeForeign()) {
            return context.proceed();
        }
        Optional<HeldDelegations> known = heldIfKnown(context.user());
        return known.filter(HeldDelegations::isEmpty).isPresent()
                ? context.proceed()
                : execute(context, one -> listAll(one, names.pattern(), known));
    }

    private Optional<HeldDelegations> heldIfKnown(SignedInUser user) {
        try {
            return NonBlocking.ask(() -> access.heldBy(user));
        } catch (StoreUnavailableException e) {
            // Told where it is asked again.
            return Optional.empty();
        }
    }

    @Override
    protected final Mono<Void> handle(CommandContext<R> context) {
        try {
            return listForeign(context, namesIn(context.request()).pattern());
        } catch (IllegalArgumentException e) {
            return refuse(context, String.valueOf(e.getMessage()));
        }
    }

    /** Own folders are listed in any case, without a word about the rest. */
    @Override
    protected final Mono<Void> handleOverLimit(CommandContext<R> context) {
        return namesIn(context.request()).areForeign()
                ? super.handleOverLimit(context)
                : context.proceed();
    }

    private static Mono<Void> refuse(CommandContext<?> context, String reason) {
        return context.respond(StatusResponses.bad(context.request(), reason));
    }

    private Mono<Void> listForeign(CommandContext<R> context, ListPattern pattern) {
        return find(context, pattern, Optional.empty())
                .flatMap(found -> tell(context, pattern, found))
                .then(context.complete());
    }

    /** Lists own folders in any case, whatever becomes of the rest. */
    private Mono<Void> listAll(
            CommandContext<R> context, ListPattern pattern, Optional<HeldDelegations> known) {
        return find(context, pattern, known)
                .onErrorResume(e -> withoutOthers(context, e).thenReturn(SharedFolders.NONE))
                .flatMap(
                        found ->
                                found.isEmpty()
                                        ? context.proceed()
                                        : listBoth(context, pattern, found));
    }

    private Mono<Void> listBoth(
            CommandContext<R> context, ListPattern pattern, SharedFolders shared) {
        TaggedResponseHolder own = new TaggedResponseHolder(context.responder());
        return context.proceed(context.request(), own.asResponder(), context.session())
                .then(
                        Mono.defer(
                                () ->
                                        own.isOk()
                                                ? tell(context, pattern, shared)
                                                        .onErrorResume(
                                                                e -> withoutOthers(context, e))
                                                : Mono.empty()))
                .then(Mono.fromRunnable(own::release));
    }

    private static Mono<Void> withoutOthers(CommandContext<?> context, Throwable failure) {
        if (failure instanceof StoreUnavailableException
                && ((StoreUnavailableException) failure).isLogged()) {
            return Mono.empty();
        }
        LOGGER.warn(
                "Listing to {} without the folders of other owners: {}",
                context.delegate().asString(),
                failure instanceof StoreUnavailableException
                        ? failure.getMessage()
                        : failure.toString());
        LOGGER.debug("They cannot be listed", failure);
        return Mono.empty();
    }

    private Mono<SharedFolders> find(
            CommandContext<R> context, ListPattern pattern, Optional<HeldDelegations> known) {
        return scheduler
                .ask(() -> access.accessToAll(known.orElseGet(() -> access.heldBy(context.user()))))
                .flatMap(accesses -> find(context, pattern, accesses));
    }

    private Mono<SharedFolders> find(
            CommandContext<R> context, ListPattern pattern, List<Access> accesses) {
        if (accesses.stream().noneMatch(Access::opensMailbox)) {
            return Mono.just(SharedFolders.NONE);
        }
        return scheduler
                .call(() -> choices(context))
                .flatMap(
                        choices ->
                                folders.find(context, accesses, pattern)
                                        .map(found -> found.asChosen(choices)));
    }

    private SubscriptionChoices choices(CommandContext<R> context) {
        return tellsSubscriptions(context.request())
                ? subscriptions.ofDelegate(context.delegate())
                : SubscriptionChoices.none();
    }
}
