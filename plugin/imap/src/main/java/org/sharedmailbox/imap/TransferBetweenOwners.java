/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.message.request.NoopRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * Answers a COPY or MOVE whose source and target are of different owners, or of which flags have to
 * be dropped. Who calls it has asked for the rights.
 */
final class TransferBetweenOwners {
    private final Transfers transfers;
    private final MailboxManager mailboxes;
    private final ImapProcessor noop;
    private final boolean moves;

    /**
     * @param noop the stock processor of NOOP, which tells news of the selected mailbox
     * @param moves whether what was copied is removed from the source
     */
    TransferBetweenOwners(
            Transfers transfers, MailboxManager mailboxes, ImapProcessor noop, boolean moves) {
        this.transfers = transfers;
        this.mailboxes = mailboxes;
        this.noop = noop;
        this.moves = moves;
    }

    /**
     * @param rights the member's at the target
     * @param record told how many messages it were
     */
    Mono<Void> process(
            Exchange<?> exchange,
            TransferSource source,
            SourceMessages messages,
            Place target,
            ImapRights rights,
            TransferRecord record) {
        Mono<Transfers.Stored> stored =
                transfers
                        .copy(
                                source.mailbox(),
                                source.owner(),
                                messages.uids(),
                                target,
                                FlagRights.with(rights))
                        // It may take long, and James's own store may do it on the caller's thread.
                        .subscribeOn(StoreThreads.MAY_WAIT);
        return mailboxes
                .manageProcessing(
                        mailboxes.manageProcessing(stored, target.session()), source.owner())
                .flatMap(
                        result -> {
                            Mono<Void> recorded = record.of(result.sources().size());
                            return moves
                                    ? move(exchange, source, result, recorded)
                                    : recorded.then(
                                            exchange.tell(
                                                    Responses.copied(exchange.request(), result)));
                        })
                .onErrorResume(
                        OverQuotaException.class,
                        e -> exchange.tell(Responses.overQuota(exchange.request())));
    }

    /** RFC 6851 §4.3: COPYUID first, then what has gone, then the tagged answer. */
    private Mono<Void> move(
            Exchange<?> exchange,
            TransferSource source,
            Transfers.Stored stored,
            Mono<Void> recorded) {
        return exchange.tell(Responses.copyUid(stored))
                // Whatever becomes of the removal, the copies are there and must be accounted for.
                .then(recorded)
                .then(transfers.remove(source.mailbox(), source.owner(), stored))
                .then(Mono.defer(() -> tellNews(exchange, source)))
                .then(exchange.complete());
    }

    private Mono<Void> tellNews(Exchange<?> exchange, TransferSource source) {
        return source.view().getSelected() == null
                ? Mono.empty()
                : noop.processReactive(
                        new NoopRequest(exchange.request().getTag()),
                        new HeldAnswer(exchange.responder()),
                        source.view());
    }
}
