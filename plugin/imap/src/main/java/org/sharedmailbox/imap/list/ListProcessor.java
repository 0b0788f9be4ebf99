/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import java.util.EnumSet;
import java.util.Map;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.message.request.ListRequest;
import org.apache.james.imap.message.request.ListRequest.ListReturnOption;
import org.apache.james.imap.message.request.ListRequest.ListSelectOption;
import org.apache.james.imap.message.request.StatusRequest;
import org.apache.james.imap.message.response.ListResponse;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.imap.processor.StatusProcessor;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.name.ListPattern;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import org.sharedmailbox.imap.response.FolderResponses;
import org.sharedmailbox.imap.response.RewritingResponder;
import org.sharedmailbox.imap.response.TaggedResponseHolder;
import org.sharedmailbox.imap.response.UntaggedResponse;
import org.sharedmailbox.imap.session.OwnerSession;
import org.sharedmailbox.model.FolderName;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * LIST (RFC 3501 §6.3.8) with the options of LIST-EXTENDED (RFC 5258), LIST-STATUS (RFC 5819) and
 * LIST-MYRIGHTS (RFC 8440): needs right {@code l} on each folder. None of other owners' folders has
 * a special use (RFC 6154): a client must not take a team's Sent for its user's.
 */
public final class ListProcessor extends ListingProcessor<ListRequest>
        implements CapabilityImplementingProcessor {
    private final StatusProcessor status;
    private final AccessChecker access;

    @Inject
    ListProcessor(
            org.apache.james.imap.processor.ListProcessor<ListRequest> defaultProcessor,
            StatusProcessor status,
            CommandExecutor executor,
            AccessChecker access,
            Subscriptions subscriptions,
            SharedFolderFinder folders,
            BlockingScheduler scheduler) {
        super(
                ListRequest.class,
                defaultProcessor,
                executor,
                access,
                subscriptions,
                folders,
                scheduler);
        this.status = status;
        this.access = access;
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        super.configure(configuration);
        status.configure(configuration);
    }

    @Override
    RequestedNames namesIn(ListRequest request) {
        return RequestedNames.of(request.getBaseReferenceName(), request.getMailboxPattern());
    }

    @Override
    boolean tellsSubscriptions(ListRequest request) {
        return request.selectSubscribed()
                || request.getReturnOptions().contains(ListReturnOption.SUBSCRIBED);
    }

    @Override
    Mono<Void> tell(
            CommandContext<ListRequest> context, ListPattern pattern, SharedFolders folders) {
        EnumSet<ListSelectOption> selected = context.request().getSelectOptions();
        if (selected.contains(ListSelectOption.REMOTE)
                || selected.contains(ListSelectOption.SPECIAL_USE)) {
            return Mono.empty();
        }
        if (pattern.isOtherUsersNamespace() && selected.isEmpty()) {
            context.responder()
                    .respond(
                            ListResponses.namespace(folders.hasChildren(OtherUsersNamespace.ROOT)));
        }
        SharedFolders subscribed = folders.subscribed();
        boolean recursive = isRecursive(context.request());
        folders.levelsMatching(pattern).stream()
                .filter(level -> selected.isEmpty() || (recursive && subscribed.hasChildren(level)))
                .forEach(
                        level ->
                                context.responder().respond(ListResponses.level(level, recursive)));
        return Flux.fromIterable(folders.matching(pattern).entrySet())
                .filter(entry -> isSelected(context.request(), entry, subscribed))
                .concatMap(
                        entry ->
                                tell(
                                        context,
                                        ListResponses.folder(
                                                entry.getKey(),
                                                entry.getValue(),
                                                folders.hasChildren(entry.getKey()),
                                                tellsSubscriptions(context.request()),
                                                recursive
                                                        && subscribed.hasChildren(entry.getKey())),
                                        entry.getKey(),
                                        entry.getValue()))
                .then();
    }

    /** RECURSIVEMATCH by itself selects nothing (RFC 5258 §3.1). */
    private static boolean isRecursive(ListRequest request) {
        return request.selectSubscribed()
                && request.getSelectOptions().contains(ListSelectOption.RECURSIVEMATCH);
    }

    private static boolean isSelected(
            ListRequest request, Map.Entry<String, SharedFolder> entry, SharedFolders subscribed) {
        return !request.selectSubscribed()
                || entry.getValue().isSubscribed()
                || (isRecursive(request) && subscribed.hasChildren(entry.getKey()));
    }

    private Mono<Void> tell(
            CommandContext<ListRequest> context,
            ListResponse listed,
            String name,
            SharedFolder folder) {
        ListRequest request = context.request();
        context.responder().respond(listed);
        if (request.getReturnOptions().contains(ListReturnOption.MYRIGHTS)) {
            context.responder().respond(UntaggedResponse.myRights(name, folder.rights()));
        }
        if (!folder.canBeOpened() || request.getStatusDataItems().isEmpty()) {
            return Mono.empty();
        }
        Mono<Void> told = Mono.defer(() -> status(context, name, folder));
        return folder.address().folder().equals(FolderName.INBOX)
                // Which makes it, if nobody has used it yet.
                ? access.exists(context, folder.address()).then(told)
                : told;
    }

    private Mono<Void> status(
            CommandContext<ListRequest> context, String name, SharedFolder folder) {
        ListRequest request = context.request();
        return request.getStatusDataItems()
                .map(
                        items ->
                                status.processReactive(
                                        new StatusRequest(
                                                folder.address().folder().asString(),
                                                items,
                                                request.getTag()),
                                        new TaggedResponseHolder(
                                                        RewritingResponder.of(
                                                                context.responder(),
                                                                message ->
                                                                        FolderResponses.named(
                                                                                name, message)))
                                                .asResponder(),
                                        OwnerSession.naming(
                                                context.session(), folder.address().owner())))
                .orElseGet(Mono::empty);
    }
}
