/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.message.request.CreateRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.delegation.FolderName;
import reactor.core.publisher.Mono;

/** CREATE: right {@code k} on the parent; at the top level on INBOX (RFC 4314 §4). */
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
        Optional<FolderAddress> parent = exchange.names().parse(name).map(CreateRule::parentOf);
        if (parent.isEmpty()) {
            return exchange.refuse(Refusal.nonExistent(exchange.request().getTag()));
        }
        return desk.atFolder(
                exchange,
                exchange.names().of(parent.get()),
                (above, rights) ->
                        rights.allow(Right.CreateMailbox)
                                ? create(exchange, name)
                                : desk.deny(exchange, above, rights));
    }

    private Mono<Void> create(Exchange<CreateRequest> exchange, String name) {
        return exchange.names()
                .parse(name)
                .map(
                        address ->
                                desk.audit()
                                        .recording(
                                                exchange,
                                                AuditAction.FOLDER_CREATED,
                                                address,
                                                ImmutableMap.of(),
                                                exchange.responder(),
                                                outcome -> create(exchange, address, outcome)))
                .orElseGet(() -> exchange.refuse(Refusal.nonExistent(exchange.request().getTag())));
    }

    private static Mono<Void> create(
            Exchange<CreateRequest> exchange, FolderAddress address, Responder responder) {
        return exchange.toStock(
                new CreateRequest(address.folder().asString(), exchange.request().getTag()),
                responder,
                SessionView.naming(exchange.session(), address.owner()));
    }

    /** The folder whose right {@code k} decides about a new one of that name. */
    static FolderAddress parentOf(FolderAddress address) {
        return FolderAddress.of(
                address.owner(), address.folder().parent().orElse(FolderName.INBOX));
    }
}
