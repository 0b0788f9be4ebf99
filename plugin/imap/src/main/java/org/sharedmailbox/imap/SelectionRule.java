/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;
import org.apache.james.imap.message.request.ExamineRequest;
import org.apache.james.imap.message.request.SelectRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * SELECT and EXAMINE. Without any right to change something, SELECT of another owner's mailbox is
 * done as EXAMINE, so that not even \Recent changes; the member still reads the answer to SELECT.
 */
final class SelectionRule<R extends AbstractMailboxSelectionRequest> implements CommandRule<R> {
    private final FrontDesk desk;
    private final ImapProcessor examine;

    /**
     * @param examine the stock processor of EXAMINE
     */
    SelectionRule(FrontDesk desk, ImapProcessor examine) {
        this.desk = desk;
        this.examine = examine;
    }

    @Override
    public Mono<Void> process(Exchange<R> exchange) {
        String written = exchange.request().getMailboxName();
        return OtherUsersNames.isForeign(written)
                ? desk.atFolder(
                        exchange,
                        written,
                        (address, rights) ->
                                rights.allow(Right.Read)
                                        ? select(exchange, address, rights)
                                        : refuse(exchange, address, rights))
                : exchange.toStock();
    }

    private Mono<Void> refuse(Exchange<R> exchange, FolderAddress address, ImapRights rights) {
        return desk.exists(exchange, address)
                .flatMap(
                        exists ->
                                exists
                                        ? desk.deny(exchange, address, rights)
                                        : exchange.refuseAsAbsent());
    }

    private Mono<Void> select(Exchange<R> exchange, FolderAddress address, ImapRights rights) {
        boolean readOnly =
                exchange.request() instanceof ExamineRequest
                        || !rights.allowAnyOf(
                                Right.Insert,
                                Right.PerformExpunge,
                                Right.WriteSeenFlag,
                                Right.DeleteMessages,
                                Right.Write);
        ImapRights held = readOnly ? ImapRights.NONE : rights;
        AtomicBoolean succeeded = new AtomicBoolean();
        Responder responder =
                new ChangedResponder(
                        exchange.responder(),
                        message -> answer(exchange, held, succeeded, message));
        String name = address.folder().asString();
        ImapSession view = SessionView.selecting(exchange.session(), address);
        Mono<Void> selection =
                readOnly
                        ? examine.processReactive(
                                examine(exchange.request(), name), responder, view)
                        : exchange.toStock(select(exchange.request(), name), responder, view);
        return selection
                .then(
                        Mono.<Void>fromRunnable(
                                () -> {
                                    if (succeeded.get()) {
                                        SharedSelection.of(exchange.session().getSelected())
                                                .ifPresent(now -> now.openedAs(address, readOnly));
                                    }
                                }))
                .then(SessionView.endIfHungUp(view));
    }

    private ImapResponseMessage answer(
            Exchange<R> exchange,
            ImapRights rights,
            AtomicBoolean succeeded,
            ImapResponseMessage message) {
        if (Responses.isNoSuchMailbox(message)) {
            return Refusal.nonExistent(exchange.request().getTag());
        }
        if (Responses.isTaggedOk(message)) {
            succeeded.set(true);
        }
        return Responses.answering(
                exchange.request().getCommand(), Responses.withPermanentFlagsOf(rights, message));
    }

    private static SelectRequest select(AbstractMailboxSelectionRequest request, String name) {
        return new SelectRequest(
                name,
                request.getCondstore(),
                request.getLastKnownUidValidity(),
                request.getKnownModSeq(),
                request.getUidSet(),
                request.getKnownUidSet(),
                request.getKnownSequenceSet(),
                request.getTag());
    }

    private static ExamineRequest examine(AbstractMailboxSelectionRequest request, String name) {
        return new ExamineRequest(
                name,
                request.getCondstore(),
                request.getLastKnownUidValidity(),
                request.getKnownModSeq(),
                request.getUidSet(),
                request.getKnownUidSet(),
                request.getKnownSequenceSet(),
                request.getTag());
    }
}
