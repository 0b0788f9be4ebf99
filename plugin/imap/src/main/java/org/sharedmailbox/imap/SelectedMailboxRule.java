/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.Optional;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.message.request.CheckRequest;
import org.apache.james.imap.message.request.NoopRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * A command on the selected mailbox. With an own one selected it goes straight to stock. With
 * another owner's the rights are asked again each time; when {@code r} is gone, the mailbox is
 * deselected.
 */
final class SelectedMailboxRule<R extends ImapRequest> implements CommandRule<R> {
    /** What is done once the member is known to have {@code r}. */
    @FunctionalInterface
    interface Use<R extends ImapRequest> {
        /** Answers the command, or refuses it for want of a right. */
        Mono<Void> with(Exchange<R> exchange, SharedSelection selection, ImapRights rights);
    }

    /** The command as it may go to stock; empty if the member lacks the right for it. */
    @FunctionalInterface
    interface Permitted<R> {
        Optional<? extends ImapMessage> part(R request, ImapRights rights);
    }

    private final FrontDesk desk;
    private final Use<R> use;

    private SelectedMailboxRule(FrontDesk desk, Use<R> use) {
        this.desk = desk;
        this.use = use;
    }

    /** A command of which only a part may be permitted, or all, or nothing. */
    static <R extends ImapRequest> SelectedMailboxRule<R> permitting(
            FrontDesk desk, Permitted<R> permitted) {
        return using(
                desk,
                (exchange, selection, rights) -> {
                    Optional<? extends ImapMessage> part =
                            permitted.part(exchange.request(), rights);
                    return part.isPresent()
                            ? toStock(exchange, part.get(), selection, rights)
                            : desk.deny(exchange, selection.address(), rights);
                });
    }

    /** A command that needs no more than {@code r}. */
    static <R extends ImapRequest> SelectedMailboxRule<R> reading(FrontDesk desk) {
        return permitting(desk, (request, rights) -> Optional.of(request));
    }

    /** A command that is more than one for stock. */
    static <R extends ImapRequest> SelectedMailboxRule<R> using(FrontDesk desk, Use<R> use) {
        return new SelectedMailboxRule<>(desk, use);
    }

    @Override
    public Mono<Void> process(Exchange<R> exchange) {
        Optional<SharedSelection> selection = SharedSelection.of(exchange.session().getSelected());
        if (selection.isEmpty()) {
            return exchange.toStock();
        }
        return CommandRun.whenKnown(exchange, () -> judge(exchange, selection.get()));
    }

    private Mono<Void> judge(Exchange<R> exchange, SharedSelection selection) {
        ImapRights rights = desk.rightsOf(exchange.member(), selection);
        return rights.allow(Right.Read)
                ? use.with(exchange, selection, rights)
                : close(exchange, selection);
    }

    private Mono<Void> close(Exchange<R> exchange, SharedSelection selection) {
        R request = exchange.request();
        Mono<Void> closed =
                SharedSelection.deselect(exchange.session())
                        .then(exchange.tell(Responses.closed()));
        return asksForNothing(request)
                ? closed.then(exchange.complete())
                : closed.then(desk.recordDenial(exchange, selection.address()))
                        .then(exchange.refuse(Refusal.accessEnded(request.getTag())));
    }

    private static boolean asksForNothing(ImapRequest request) {
        return request instanceof NoopRequest || request instanceof CheckRequest;
    }

    static <R extends ImapRequest> Mono<Void> toStock(
            Exchange<R> exchange,
            ImapMessage request,
            SharedSelection selection,
            ImapRights rights) {
        return exchange.toStock(
                request,
                new ChangedResponder(
                        exchange.responder(),
                        message -> Responses.withPermanentFlagsOf(rights, message)),
                SessionView.ofSelection(exchange.session(), selection));
    }
}
