/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.message.request.CloseRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.ImapRights;
import reactor.core.publisher.Mono;

/** CLOSE (RFC 4314 §4): without right {@code e} it expunges nothing and succeeds. */
final class CloseUse implements SelectedMailboxRule.Use<CloseRequest> {
    CloseUse() {}

    @Override
    public Mono<Void> with(
            Exchange<CloseRequest> exchange, SharedSelection selection, ImapRights rights) {
        CloseRequest request = exchange.request();
        if (rights.allow(Right.PerformExpunge)) {
            return SelectedMailboxRule.toStock(exchange, request, selection, rights);
        }
        return exchange.session()
                .deselect()
                .then(
                        Mono.fromRunnable(
                                () ->
                                        exchange.responder()
                                                .respond(
                                                        Responses.completed(
                                                                request.getTag(),
                                                                request.getCommand()))));
    }
}
