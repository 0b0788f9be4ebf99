/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.ImapRights;
import reactor.core.publisher.Mono;

/**
 * A command that names one existing mailbox. An own one goes straight to stock; another owner's
 * does if the member holds the rights, with the owner's view and the private name.
 */
final class NamedMailboxRule<R extends ImapRequest> implements CommandRule<R> {
    /** The command as stock shall see it. */
    @FunctionalInterface
    interface PrivateRequest<R> {
        ImapMessage of(R request, String privateName, ImapRights rights);
    }

    private final FrontDesk desk;
    private final Function<R, String> name;
    private final Predicate<ImapRights> permission;
    private final PrivateRequest<R> privateRequest;

    NamedMailboxRule(
            FrontDesk desk,
            Function<R, String> name,
            Predicate<ImapRights> permission,
            PrivateRequest<R> privateRequest) {
        this.desk = desk;
        this.name = name;
        this.permission = permission;
        this.privateRequest = privateRequest;
    }

    @Override
    public Mono<Void> process(Exchange<R> exchange) {
        String written = name.apply(exchange.request());
        if (!OtherUsersNames.isForeign(written)) {
            return exchange.toStock();
        }
        return desk.whenAsked(exchange, () -> judge(exchange, exchange.names().parse(written)));
    }

    private Mono<Void> judge(Exchange<R> exchange, Optional<FolderAddress> named) {
        if (named.isEmpty()) {
            return exchange.refuse(Refusal.nonExistent(exchange.request().getTag()));
        }
        FolderAddress address = named.get();
        ImapRights rights = desk.rightsOf(exchange.member(), address);
        if (rights.isEmpty()) {
            return desk.deny(exchange, address, rights);
        }
        ImapSession view = view(exchange, address);
        return desk.exists(address, view.getMailboxSession())
                .flatMap(
                        exists -> {
                            if (!exists) {
                                return exchange.refuse(
                                        Refusal.nonExistent(exchange.request().getTag()));
                            }
                            return permission.test(rights)
                                    ? perform(exchange, address, rights, view)
                                    : desk.deny(exchange, address, rights);
                        });
    }

    /**
     * With the news of the selected mailbox if it is the one that is named and may be read, which
     * is asked again: since it was selected, a folder may have been renamed.
     */
    private ImapSession view(Exchange<R> exchange, FolderAddress address) {
        ImapSession session = exchange.session();
        return SharedSelection.of(session.getSelected())
                .filter(selected -> selected.address().equals(address))
                .filter(selected -> desk.rightsOf(exchange.member(), selected).allow(Right.Read))
                .map(selected -> SessionView.ofSelection(session, selected))
                .orElseGet(() -> SessionView.naming(session, address.owner()));
    }

    private Mono<Void> perform(
            Exchange<R> exchange, FolderAddress address, ImapRights rights, ImapSession view) {
        String publicName = exchange.names().of(address);
        Responder responder =
                new ChangedResponder(
                        exchange.responder(),
                        message ->
                                Responses.withStatusOf(
                                        publicName,
                                        Responses.withPermanentFlagsOf(rights, message)));
        return exchange.toStock(
                privateRequest.of(exchange.request(), address.folder().asString(), rights),
                responder,
                view);
    }
}
