/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.EnumSet;
import java.util.Map;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.MailboxType;
import org.apache.james.imap.message.request.ListRequest;
import org.apache.james.imap.message.request.ListRequest.ListReturnOption;
import org.apache.james.imap.message.request.ListRequest.ListSelectOption;
import org.apache.james.imap.message.request.StatusRequest;
import org.apache.james.imap.message.response.ListResponse;
import org.apache.james.imap.message.response.ListResponse.ChildInfo;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxMetaData.Children;
import org.apache.james.mailbox.model.MailboxMetaData.Selectability;
import org.sharedmailbox.imap.SharedFolders.Folder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What LIST (RFC 3501 §6.3.8) tells of other owners' folders, with the options of LIST-EXTENDED
 * (RFC 5258), LIST-STATUS (RFC 5819) and LIST-MYRIGHTS (RFC 8440). None of them has a special use
 * (RFC 6154): a client must not take a team's Sent for its user's.
 */
final class ListAnswer implements ListingRule.Answer<ListRequest> {
    private final ImapProcessor status;

    /**
     * @param status the stock processor of STATUS
     */
    ListAnswer(ImapProcessor status) {
        this.status = status;
    }

    @Override
    public boolean tellsSubscriptions(ListRequest request) {
        return request.selectSubscribed()
                || request.getReturnOptions().contains(ListReturnOption.SUBSCRIBED);
    }

    @Override
    public Mono<Void> tell(
            Exchange<ListRequest> exchange, MailboxPattern pattern, SharedFolders folders) {
        EnumSet<ListSelectOption> selected = exchange.request().getSelectOptions();
        if (selected.contains(ListSelectOption.REMOTE)
                || selected.contains(ListSelectOption.SPECIAL_USE)) {
            return Mono.empty();
        }
        SharedFolders subscribed = folders.subscribed();
        boolean recursive = isRecursive(exchange.request());
        folders.levelsMatching(pattern).stream()
                .filter(level -> selected.isEmpty() || (recursive && subscribed.hasChildren(level)))
                .forEach(level -> exchange.responder().respond(level(level, recursive)));
        return Flux.fromIterable(folders.matching(pattern).entrySet())
                .filter(entry -> isSelected(exchange.request(), entry, subscribed))
                .concatMap(
                        entry ->
                                tell(
                                        exchange,
                                        folder(
                                                exchange.request(),
                                                entry.getKey(),
                                                entry.getValue(),
                                                folders,
                                                subscribed),
                                        entry.getKey(),
                                        entry.getValue()))
                .then();
    }

    /** By itself it selects nothing (RFC 5258 §3.1). */
    private static boolean isRecursive(ListRequest request) {
        return request.selectSubscribed()
                && request.getSelectOptions().contains(ListSelectOption.RECURSIVEMATCH);
    }

    private static boolean isSelected(
            ListRequest request, Map.Entry<String, Folder> entry, SharedFolders subscribed) {
        return !request.selectSubscribed()
                || entry.getValue().isSubscribed()
                || (isRecursive(request) && subscribed.hasChildren(entry.getKey()));
    }

    private Mono<Void> tell(
            Exchange<ListRequest> exchange, ListResponse listed, String name, Folder folder) {
        ListRequest request = exchange.request();
        exchange.responder().respond(listed);
        if (request.getReturnOptions().contains(ListReturnOption.MYRIGHTS)) {
            exchange.responder().respond(UntaggedLine.myRights(name, folder.rights()));
        }
        return folder.rights().allow(Right.Read) && request.getStatusDataItems().isPresent()
                ? status(exchange, name, folder)
                : Mono.empty();
    }

    private Mono<Void> status(Exchange<ListRequest> exchange, String name, Folder folder) {
        ListRequest request = exchange.request();
        return request.getStatusDataItems()
                .map(
                        items ->
                                status.processReactive(
                                        new StatusRequest(
                                                folder.address().folder().asString(),
                                                items,
                                                request.getTag()),
                                        new HeldAnswer(
                                                new ChangedResponder(
                                                        exchange.responder(),
                                                        message -> Responses.about(name, message))),
                                        SessionView.naming(
                                                exchange.session(), folder.address().owner())))
                .orElseGet(Mono::empty);
    }

    private ListResponse folder(
            ListRequest request,
            String name,
            Folder folder,
            SharedFolders folders,
            SharedFolders subscribed) {
        boolean tellsChildren = isRecursive(request) && subscribed.hasChildren(name);
        return new ListResponse(
                folders.hasChildren(name) ? Children.HAS_CHILDREN : Children.HAS_NO_CHILDREN,
                Selectability.NONE,
                name,
                OtherUsersNames.DELIMITER,
                tellsSubscriptions(request) && folder.isSubscribed(),
                false,
                childInfo(tellsChildren),
                MailboxType.OTHER);
    }

    private static ListResponse level(String name, boolean tellsChildren) {
        return new ListResponse(
                Children.HAS_CHILDREN,
                Selectability.NOSELECT,
                name,
                OtherUsersNames.DELIMITER,
                false,
                false,
                childInfo(tellsChildren),
                MailboxType.OTHER);
    }

    /** That there are subscribed folders below it (RFC 5258 §3.5). */
    private static EnumSet<ChildInfo> childInfo(boolean tells) {
        return tells ? EnumSet.of(ChildInfo.SUBSCRIBED) : EnumSet.noneOf(ChildInfo.class);
    }
}
