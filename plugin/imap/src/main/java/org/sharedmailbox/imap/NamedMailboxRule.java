/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Function;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * A command that names one existing mailbox. An own one goes straight to stock; another owner's
 * does if the member holds the rights, with the owner's view and the private name.
 */
final class NamedMailboxRule<R extends ImapRequest> implements CommandRule<R> {
    /** Whether the rights suffice for this command on this folder. */
    @FunctionalInterface
    interface Permission<R> {
        boolean holds(R request, FolderAddress address, ImapRights rights);
    }

    /** The command as stock shall see it. */
    @FunctionalInterface
    interface PrivateRequest<R> {
        ImapMessage of(R request, String privateName, ImapRights rights);
    }

    private final FrontDesk desk;
    private final Function<R, String> name;
    private final Permission<R> permission;
    private final PrivateRequest<R> privateRequest;
    private final Optional<AuditAction> recorded;
    private final boolean bringsMessages;

    private NamedMailboxRule(
            FrontDesk desk,
            Function<R, String> name,
            Permission<R> permission,
            PrivateRequest<R> privateRequest,
            Optional<AuditAction> recorded,
            boolean bringsMessages) {
        this.desk = desk;
        this.name = name;
        this.permission = permission;
        this.privateRequest = privateRequest;
        this.recorded = recorded;
        this.bringsMessages = bringsMessages;
    }

    NamedMailboxRule(
            FrontDesk desk,
            Function<R, String> name,
            Permission<R> permission,
            PrivateRequest<R> privateRequest) {
        this(desk, name, permission, privateRequest, Optional.empty(), false);
    }

    /** The same rule, with an entry in the audit log for each command that succeeds. */
    NamedMailboxRule<R> recordedAs(AuditAction action) {
        return new NamedMailboxRule<>(
                desk, name, permission, privateRequest, Optional.of(action), bringsMessages);
    }

    /** The same rule, for a command that wants the mailbox to be created if it is not there. */
    NamedMailboxRule<R> bringingMessages() {
        return new NamedMailboxRule<>(desk, name, permission, privateRequest, recorded, true);
    }

    /** A command for which one right suffices. */
    static <R extends ImapRequest> NamedMailboxRule<R> needing(
            Right right,
            FrontDesk desk,
            Function<R, String> name,
            PrivateRequest<R> privateRequest) {
        return new NamedMailboxRule<>(
                desk, name, (request, address, rights) -> rights.allow(right), privateRequest);
    }

    @Override
    public Mono<Void> process(Exchange<R> exchange) {
        String written = name.apply(exchange.request());
        if (!OtherUsersNames.isForeign(written)) {
            return exchange.toStock();
        }
        FrontDesk.FolderUse use = (address, rights) -> perform(exchange, address, rights);
        return bringsMessages
                ? desk.atTarget(exchange, written, use)
                : desk.atExistingFolder(exchange, written, use);
    }

    private Mono<Void> perform(Exchange<R> exchange, FolderAddress address, ImapRights rights) {
        if (!permission.holds(exchange.request(), address, rights)) {
            return desk.deny(exchange, address, rights);
        }
        String publicName = exchange.names().of(address);
        Responder responder =
                new ChangedResponder(
                        exchange.responder(),
                        message ->
                                Responses.about(
                                        publicName,
                                        Responses.withPermanentFlagsOf(rights, message)));
        return recorded.map(
                        action ->
                                desk.audit()
                                        .recording(
                                                exchange,
                                                action,
                                                address,
                                                ImmutableMap.of(),
                                                responder,
                                                outcome ->
                                                        toStock(
                                                                exchange, address, rights,
                                                                outcome)))
                .orElseGet(() -> toStock(exchange, address, rights, responder));
    }

    private Mono<Void> toStock(
            Exchange<R> exchange, FolderAddress address, ImapRights rights, Responder responder) {
        ImapMessage request =
                privateRequest.of(exchange.request(), address.folder().asString(), rights);
        return desk.viewNaming(exchange, address)
                .flatMap(view -> exchange.toStock(request, responder, view));
    }
}
