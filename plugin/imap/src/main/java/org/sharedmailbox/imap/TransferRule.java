/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.Optional;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import org.apache.james.imap.message.request.NoopRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxId;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.delegation.ImapRights;
import reactor.core.publisher.Mono;

/**
 * COPY and MOVE (RFC 4314 §4, RFC 6851): {@code r}, and {@code t} and {@code e} for MOVE, on the
 * source; {@code i} on the target, where flags without a right are dropped. Between own mailboxes
 * it is stock's business, and within one owner's too, unless flags have to be dropped.
 */
final class TransferRule<R extends AbstractMessageRangeRequest> implements CommandRule<R> {
    /** The same command for stock. */
    @FunctionalInterface
    interface PrivateRequest<R> {
        R of(R request, IdRange[] uids, String privateName);
    }

    private final FrontDesk desk;
    private final Transfers transfers;
    private final MailboxManager mailboxes;
    private final ImapProcessor noop;
    private final boolean moves;
    private final PrivateRequest<R> privateRequest;

    /**
     * @param noop the stock processor of NOOP, which tells news of the selected mailbox
     * @param moves whether what was copied is removed from the source
     */
    TransferRule(
            FrontDesk desk,
            Transfers transfers,
            MailboxManager mailboxes,
            ImapProcessor noop,
            boolean moves,
            PrivateRequest<R> privateRequest) {
        this.desk = desk;
        this.transfers = transfers;
        this.mailboxes = mailboxes;
        this.noop = noop;
        this.moves = moves;
        this.privateRequest = privateRequest;
    }

    @Override
    public Mono<Void> process(Exchange<R> exchange) {
        ImapSession session = exchange.session();
        String target = exchange.request().getMailboxName();
        if (SharedSelection.of(session.getSelected()).isPresent()) {
            return SelectedMailboxRule.using(desk, this::fromOtherOwner).process(exchange);
        }
        return OtherUsersNames.isForeign(target) && session.getSelected() != null
                ? toOtherOwner(exchange, session)
                : exchange.toStock();
    }

    private Mono<Void> fromOtherOwner(
            Exchange<R> exchange, SharedSelection selection, ImapRights rights) {
        boolean permitted =
                !moves
                        || (rights.allow(Right.DeleteMessages)
                                && rights.allow(Right.PerformExpunge));
        if (!permitted) {
            return desk.deny(exchange, selection.address(), rights);
        }
        ImapSession view = SessionView.ofSelection(exchange.session(), selection);
        return OtherUsersNames.isForeign(exchange.request().getMailboxName())
                ? toOtherOwner(exchange, view)
                : toOwn(exchange, view);
    }

    private Mono<Void> toOwn(Exchange<R> exchange, ImapSession source) {
        Optional<FolderAddress> own =
                OwnNames.parse(exchange.member(), exchange.request().getMailboxName());
        if (own.isEmpty()) {
            return exchange.tell(Responses.tryCreate(exchange.request()));
        }
        Place place = Place.of(own.get().path(), exchange.session().getMailboxSession());
        return Mono.from(mailboxes.mailboxExists(place.path(), place.session()))
                .flatMap(
                        exists ->
                                exists
                                        ? transfer(
                                                exchange, source, own.get(), place, ImapRights.ALL)
                                        : exchange.tell(Responses.tryCreate(exchange.request())));
    }

    private Mono<Void> toOtherOwner(Exchange<R> exchange, ImapSession source) {
        return desk.atTarget(
                exchange,
                exchange.request().getMailboxName(),
                (address, rights) -> {
                    if (!rights.allow(Right.Insert)) {
                        return desk.deny(exchange, address, rights);
                    }
                    boolean sameOwner = source.getUserName().equals(address.owner());
                    return sameOwner && FlagRights.with(rights).permitAll()
                            ? withinOwner(exchange, source, address)
                            : transfer(
                                    exchange,
                                    source,
                                    address,
                                    Place.of(
                                            address.path(),
                                            SessionView.ownerSession(
                                                    exchange.session(), address.owner())),
                                    rights);
                });
    }

    /** Stock does it, but is told the UIDs: it would report ranges that do not exist (RFC 4315). */
    private Mono<Void> withinOwner(Exchange<R> exchange, ImapSession source, FolderAddress target) {
        return messages(exchange, source)
                .map(
                        messages ->
                                messages.isEmpty()
                                        ? exchange.complete()
                                        : withinOwner(exchange, source, messages, target))
                .orElseGet(() -> exchange.tell(Responses.invalidSet(exchange.request())));
    }

    private Mono<Void> withinOwner(
            Exchange<R> exchange,
            ImapSession source,
            SourceMessages messages,
            FolderAddress target) {
        Outcome outcome = new Outcome(exchange.responder());
        R request =
                privateRequest.of(
                        exchange.request(), messages.ranges(), target.folder().asString());
        return exchange.toStock(request, outcome, source)
                .then(
                        Mono.defer(
                                () ->
                                        outcome.isOk()
                                                ? record(exchange, target)
                                                        .of(messages.uids().size())
                                                : Mono.empty()));
    }

    private TransferRecord record(Exchange<R> exchange, FolderAddress target) {
        return new TransferRecord(
                desk.audit(),
                exchange,
                moves ? AuditAction.MESSAGES_MOVED : AuditAction.MESSAGES_COPIED,
                target);
    }

    private Mono<Void> transfer(
            Exchange<R> exchange,
            ImapSession source,
            FolderAddress named,
            Place target,
            ImapRights rights) {
        Optional<SourceMessages> messages = messages(exchange, source);
        if (messages.isEmpty()) {
            return exchange.tell(Responses.invalidSet(exchange.request()));
        }
        if (messages.get().isEmpty()) {
            return exchange.complete();
        }
        // Kept, because a client that hangs up meanwhile has nothing selected any more.
        MailboxId from = source.getSelected().getMailboxId();
        Mono<Transfers.Stored> stored =
                transfers
                        .copy(
                                from,
                                source.getMailboxSession(),
                                messages.get().uids(),
                                target,
                                FlagRights.with(rights))
                        // It may take long, and James's own store may do it on the caller's thread.
                        .subscribeOn(StoreThreads.MAY_WAIT);
        return mailboxes
                .manageProcessing(
                        mailboxes.manageProcessing(stored, target.session()),
                        source.getMailboxSession())
                .flatMap(
                        result -> {
                            Mono<Void> recorded =
                                    record(exchange, named).of(result.sources().size());
                            return moves
                                    ? move(exchange, source, from, result, recorded)
                                    : recorded.then(tell(exchange, result));
                        })
                .onErrorResume(
                        OverQuotaException.class,
                        e -> exchange.tell(Responses.overQuota(exchange.request())));
    }

    private static <R extends AbstractMessageRangeRequest> Optional<SourceMessages> messages(
            Exchange<R> exchange, ImapSession source) {
        return SourceMessages.of(
                source.getSelected(),
                exchange.request().getIdSet(),
                exchange.request().isUseUids());
    }

    private Mono<Void> tell(Exchange<R> exchange, Transfers.Stored stored) {
        return exchange.tell(Responses.copied(exchange.request(), stored));
    }

    /** RFC 6851 §4.3: COPYUID first, then what has gone, then the tagged answer. */
    private Mono<Void> move(
            Exchange<R> exchange,
            ImapSession source,
            MailboxId from,
            Transfers.Stored stored,
            Mono<Void> recorded) {
        return exchange.tell(Responses.copyUid(stored))
                .then(transfers.remove(from, source.getMailboxSession(), stored))
                .then(recorded)
                .then(Mono.defer(() -> tellNews(exchange, source)))
                .then(exchange.complete());
    }

    private Mono<Void> tellNews(Exchange<R> exchange, ImapSession source) {
        return source.getSelected() == null
                ? Mono.empty()
                : noop.processReactive(
                        new NoopRequest(exchange.request().getTag()),
                        new HeldAnswer(exchange.responder()),
                        source);
    }
}
