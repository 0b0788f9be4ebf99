/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.apache.james.imap.message.request.RenameRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.model.FolderName;
import reactor.core.publisher.Mono;

/**
 * RENAME: right {@code x} on the old name (RFC 4314 §4), and the new one as {@link FolderCreation}
 * permits, both of the same owner. INBOX stays: its renaming moves the mail that others are reading
 * away from under them.
 */
final class RenameRule implements CommandRule<RenameRequest> {
    private final FrontDesk desk;

    RenameRule(FrontDesk desk) {
        this.desk = desk;
    }

    @Override
    public Mono<Void> process(Exchange<RenameRequest> exchange) {
        RenameRequest request = exchange.request();
        boolean oldIsForeign = OtherUsersNames.isForeign(request.getExistingName());
        boolean newIsForeign = OtherUsersNames.isForeign(request.getNewName());
        if (!oldIsForeign && !newIsForeign) {
            return exchange.toStock();
        }
        if (!oldIsForeign) {
            return exchange.refuse(betweenOwners(request));
        }
        return desk.atExistingFolder(
                exchange,
                request.getExistingName(),
                (old, rights) -> {
                    if (!rights.allow(Right.DeleteMailbox)) {
                        return desk.deny(exchange, old, rights);
                    }
                    return old.folder().equals(FolderName.INBOX)
                            ? exchange.refuse(
                                    Refusal.cannot(request.getTag(), "INBOX cannot be renamed."))
                            : moveTo(exchange, old);
                });
    }

    private Mono<Void> moveTo(Exchange<RenameRequest> exchange, FolderAddress old) {
        RenameRequest request = exchange.request();
        Optional<FolderAddress> named =
                exchange.names()
                        .parse(request.getNewName())
                        .filter(one -> one.owner().equals(old.owner()));
        if (named.isEmpty()) {
            return exchange.refuse(betweenOwners(request));
        }
        FolderName now = named.get().folder();
        if (old.folder().covers(now) && !now.equals(old.folder())) {
            return exchange.refuse(
                    Refusal.cannot(request.getTag(), "A mailbox cannot be moved below itself."));
        }
        return desk.askAccess(exchange, old.owner())
                .flatMap(
                        access ->
                                FolderCreation.ifPermitted(
                                        desk,
                                        exchange,
                                        access,
                                        named.get(),
                                        () -> rename(exchange, old, named.get())));
    }

    private Mono<Void> rename(
            Exchange<RenameRequest> exchange, FolderAddress old, FolderAddress named) {
        RenameRequest request =
                new RenameRequest(
                        old.folder().asString(),
                        named.folder().asString(),
                        exchange.request().getTag());
        return desk.audit()
                .recording(
                        exchange,
                        AuditAction.FOLDER_RENAMED,
                        old,
                        ImmutableMap.of("to", named.folder().asString()),
                        exchange.responder(),
                        outcome ->
                                exchange.toStock(
                                        request,
                                        outcome,
                                        SessionView.naming(exchange.session(), old.owner())));
    }

    private static Refusal betweenOwners(RenameRequest request) {
        return Refusal.cannot(
                request.getTag(),
                "A mailbox can only be renamed within its owner's mailboxes; create one there and"
                        + " MOVE the messages.");
    }
}
