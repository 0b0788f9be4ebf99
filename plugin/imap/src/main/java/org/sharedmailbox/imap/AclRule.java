/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.failure.RequestRefusedException;
import reactor.core.publisher.Mono;

/** A command of RFC 4314 on delegations: finds what it names, and tells refusals. */
final class AclRule<R extends AclRequest> implements CommandRule<R> {
    /** What the command does; may block. */
    @FunctionalInterface
    interface Use<R extends AclRequest> {
        /**
         * Answers the command, untagged responses and all.
         *
         * @throws RequestRefusedException if it cannot be done
         */
        void on(AclTarget target, Exchange<R> exchange);
    }

    /** Whether the member, who may know of the target, may use the command on it. */
    @FunctionalInterface
    interface Permission<R extends AclRequest> {
        boolean holds(AclTarget target, Exchange<R> exchange);
    }

    private static final String FOLDERS = "folders";

    private final FrontDesk desk;
    private final AclTargets targets;
    private final Permission<R> permission;
    private final Use<R> use;

    AclRule(FrontDesk desk, Permission<R> permission, Use<R> use) {
        this.desk = desk;
        this.targets = new AclTargets(desk);
        this.permission = permission;
        this.use = use;
    }

    /** For a command that needs right {@code a}. */
    static <R extends AclRequest> AclRule<R> administering(FrontDesk desk, Use<R> use) {
        return new AclRule<>(
                desk, (target, exchange) -> target.rights().allow(Right.Administer), use);
    }

    @Override
    public Mono<Void> process(Exchange<R> exchange) {
        return CommandRun.whenAsked(
                exchange,
                () ->
                        targets.find(exchange)
                                .flatMap(
                                        found ->
                                                found.map(target -> perform(target, exchange))
                                                        .orElseGet(() -> absent(exchange))));
    }

    /** Own mailboxes are absent in stock's words. */
    private static Mono<Void> absent(Exchange<? extends AclRequest> exchange) {
        AclRequest request = exchange.request();
        return OtherUsersNames.isForeign(request.mailboxName())
                ? exchange.refuseAsAbsent()
                : exchange.tell(Responses.notFound(request));
    }

    private Mono<Void> perform(AclTarget target, Exchange<R> exchange) {
        return Mono.<Void>fromRunnable(() -> useIfPermitted(target, exchange))
                .onErrorResume(
                        RequestRefusedException.class, e -> exchange.refuse(refusal(exchange, e)));
    }

    private void useIfPermitted(AclTarget target, Exchange<R> exchange) {
        if (permission.holds(target, exchange)) {
            use.on(target, exchange);
        } else {
            desk.audit().denied(exchange, target.owner(), target.toString());
            exchange.responder().respond(Refusal.noPermission(exchange.request().getTag()));
        }
    }

    private static Refusal refusal(Exchange<?> exchange, RequestRefusedException refused) {
        if (refused.field().filter(FOLDERS::equals).isPresent()) {
            // The reason names a folder that the member may not know of.
            return Refusal.cannot(
                    exchange.request().getTag(),
                    "A folder of this delegation does not exist any more.");
        }
        return refused.kind() == RequestRefusedException.Kind.POLICY
                ? Refusal.noPermission(exchange.request().getTag(), refused.reason())
                : Refusal.cannot(exchange.request().getTag(), refused.reason());
    }
}
