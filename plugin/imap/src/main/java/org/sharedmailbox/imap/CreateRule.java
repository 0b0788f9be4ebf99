/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableMap;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.message.request.CreateRequest;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.delegation.Access;
import reactor.core.publisher.Mono;

/** CREATE (RFC 3501 §6.3.3): as {@link FolderCreation} permits. */
final class CreateRule implements CommandRule<CreateRequest> {
    private final FrontDesk desk;

    CreateRule(FrontDesk desk) {
        this.desk = desk;
    }

    @Override
    public Mono<Void> process(Exchange<CreateRequest> exchange) {
        String written = exchange.request().getMailboxName();
        // Namespaces of nobody are stock's to refuse: nothing in them could be given away.
        if (!written.startsWith(OtherUsersNames.ROOT)) {
            return exchange.toStock();
        }
        // RFC 3501 §6.3.3: a trailing delimiter only announces that folders below will follow.
        String name =
                written.endsWith(String.valueOf(OtherUsersNames.DELIMITER))
                        ? written.substring(0, written.length() - 1)
                        : written;
        return CommandRun.whenAsked(
                exchange,
                () ->
                        exchange.names()
                                .parse(name)
                                .map(folder -> createIfPermitted(exchange, folder))
                                .orElseGet(exchange::refuseAsAbsent));
    }

    private Mono<Void> createIfPermitted(Exchange<CreateRequest> exchange, FolderAddress folder) {
        Access access = desk.accessOf(exchange.member(), folder.owner());
        return FolderCreation.ifPermitted(
                desk,
                exchange,
                access,
                folder,
                () ->
                        access.folders().isEverything()
                                ? create(exchange, folder)
                                : createBelowExisting(exchange, folder));
    }

    /** James makes the levels above too, but only all folders cover levels that are not there. */
    private Mono<Void> createBelowExisting(Exchange<CreateRequest> exchange, FolderAddress folder) {
        return desk.exists(exchange, FolderCreation.parentOf(folder))
                .flatMap(exists -> exists ? create(exchange, folder) : exchange.refuseAsAbsent());
    }

    private Mono<Void> create(Exchange<CreateRequest> exchange, FolderAddress folder) {
        return desk.audit()
                .recording(
                        exchange,
                        AuditAction.FOLDER_CREATED,
                        folder,
                        ImmutableMap.of(),
                        exchange.responder(),
                        outcome -> create(exchange, folder, outcome));
    }

    private static Mono<Void> create(
            Exchange<CreateRequest> exchange, FolderAddress address, Responder responder) {
        return exchange.toStock(
                new CreateRequest(address.folder().asString(), exchange.request().getTag()),
                responder,
                SessionView.naming(exchange.session(), address.owner()));
    }
}
