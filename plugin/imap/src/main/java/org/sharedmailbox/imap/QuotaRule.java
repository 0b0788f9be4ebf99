/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.imap.message.request.GetQuotaRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.quota.UserQuotaRootResolver;
import org.sharedmailbox.delegation.Access;
import reactor.core.publisher.Mono;

/** GETQUOTA (RFC 9208): of an owner's root, if the member may read any of the owner's folders. */
final class QuotaRule implements CommandRule<GetQuotaRequest> {
    private final FrontDesk desk;
    private final UserQuotaRootResolver quotaRoots;

    QuotaRule(FrontDesk desk, UserQuotaRootResolver quotaRoots) {
        this.desk = desk;
        this.quotaRoots = quotaRoots;
    }

    @Override
    public Mono<Void> process(Exchange<GetQuotaRequest> exchange) {
        String root = exchange.request().getQuotaRoot();
        if (root.equals(quotaRoots.forUser(exchange.member()).getValue())) {
            return exchange.toStock();
        }
        return CommandRun.whenAsked(
                exchange,
                () ->
                        readableOwner(exchange, root)
                                .map(
                                        owner ->
                                                exchange.toStock(
                                                        exchange.request(),
                                                        exchange.responder(),
                                                        SessionView.naming(
                                                                exchange.session(), owner)))
                                .orElseGet(exchange::toStock));
    }

    private Optional<Username> readableOwner(Exchange<GetQuotaRequest> exchange, String root) {
        return desk.openTo(exchange.member()).stream()
                .filter(access -> access.allowsSomewhere(Right.Read))
                .filter(access -> root.equals(quotaRoots.forUser(access.owner()).getValue()))
                .map(Access::owner)
                .findFirst();
    }
}
