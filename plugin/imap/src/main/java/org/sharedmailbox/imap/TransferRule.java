/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.Optional;
import java.util.function.Function;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.model.ImapRights;
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
    private final MailboxManager mailboxes;
    private final TransferBetweenOwners betweenOwners;
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
        this.mailboxes = mailboxes;
        this.betweenOwners = new TransferBetweenOwners(transfers, mailboxes, noop, moves);
        this.moves = moves;
        this.privateRequest = privateRequest;
    }

    @Override
    public Mono<Void> process(Exchange<R> exchange) {
        SelectedMailbox selected = exchange.session().getSelected();
        if (SharedSelection.of(selected).isPresent()) {
            return SelectedMailboxRule.using(desk, this::fromOtherOwner).process(exchange);
        }
        return OtherUsersNames.isForeign(exchange.request().getMailboxName()) && selected != null
                ? toOtherOwner(exchange, TransferSource.own(exchange.session(), selected))
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
        TransferSource source = TransferSource.shared(exchange.session(), selection);
        return OtherUsersNames.isForeign(exchange.request().getMailboxName())
                ? toOtherOwner(exchange, source)
                : toOwn(exchange, source);
    }

    private Mono<Void> toOwn(Exchange<R> exchange, TransferSource source) {
        Mono<Void> tryCreate = exchange.tell(Responses.tryCreate(exchange.request()));
        Optional<FolderAddress> own =
                OwnNames.parse(exchange.member(), exchange.request().getMailboxName());
        if (own.isEmpty()) {
            return tryCreate;
        }
        Place place = Place.of(own.get().path(), exchange.session().getMailboxSession());
        return Mono.from(mailboxes.mailboxExists(place.path(), place.session()))
                .flatMap(
                        exists ->
                                exists
                                        ? transfer(
                                                exchange, source, own.get(), place, ImapRights.ALL)
                                        : tryCreate);
    }

    private Mono<Void> toOtherOwner(Exchange<R> exchange, TransferSource source) {
        return desk.atTarget(
                exchange,
                exchange.request().getMailboxName(),
                (address, rights) -> {
                    if (!rights.allow(Right.Insert)) {
                        return desk.deny(exchange, address, rights);
                    }
                    boolean sameOwner = source.owner().getUser().equals(address.owner());
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
    private Mono<Void> withinOwner(
            Exchange<R> exchange, TransferSource source, FolderAddress target) {
        return ofMessages(
                exchange,
                source,
                messages -> {
                    R request =
                            privateRequest.of(
                                    exchange.request(),
                                    messages.ranges(),
                                    target.folder().asString());
                    TransferRecord record = record(exchange, source, target);
                    Outcome outcome = new Outcome(exchange.responder());
                    return exchange.toStock(request, outcome, source.view())
                            .then(outcome.ifOk(() -> record.of(messages.uids().size())));
                });
    }

    private Mono<Void> transfer(
            Exchange<R> exchange,
            TransferSource source,
            FolderAddress named,
            Place target,
            ImapRights rights) {
        return ofMessages(
                exchange,
                source,
                messages ->
                        betweenOwners.process(
                                exchange,
                                source,
                                messages,
                                target,
                                rights,
                                record(exchange, source, named)));
    }

    private static <R extends AbstractMessageRangeRequest> Mono<Void> ofMessages(
            Exchange<R> exchange,
            TransferSource source,
            Function<SourceMessages, Mono<Void>> transfer) {
        return source.messages(exchange.request())
                .map(
                        messages ->
                                messages.isEmpty() ? exchange.complete() : transfer.apply(messages))
                .orElseGet(() -> exchange.tell(Responses.invalidSet(exchange.request())));
    }

    private TransferRecord record(
            Exchange<R> exchange, TransferSource source, FolderAddress target) {
        return new TransferRecord(
                desk.audit(),
                exchange,
                moves ? AuditAction.MESSAGES_MOVED : AuditAction.MESSAGES_COPIED,
                source.address(),
                target);
    }
}
