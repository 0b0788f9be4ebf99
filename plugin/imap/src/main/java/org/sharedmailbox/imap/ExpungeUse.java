/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.message.request.ExpungeRequest;
import org.apache.james.imap.message.response.ExpungeResponse;
import org.apache.james.imap.message.response.VanishedResponse;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * EXPUNGE (RFC 4314 §4): needs right {@code e}, and is recorded. What others have expunged
 * meanwhile is told, and so counted, with it.
 */
final class ExpungeUse implements SelectedMailboxRule.Use<ExpungeRequest> {
    private final FrontDesk desk;

    ExpungeUse(FrontDesk desk) {
        this.desk = desk;
    }

    @Override
    public Mono<Void> with(
            Exchange<ExpungeRequest> exchange, SharedSelection selection, ImapRights rights) {
        if (!rights.allow(Right.PerformExpunge)) {
            return desk.deny(exchange, selection.address(), rights);
        }
        AtomicLong expunged = new AtomicLong();
        ChangedResponder counting =
                new ChangedResponder(
                        exchange.responder(),
                        message -> {
                            expunged.addAndGet(expungedBy(message));
                            return message;
                        });
        return SelectedMailboxRule.toStock(
                        exchange.answeredBy(counting), exchange.request(), selection, rights)
                .onErrorResume(e -> record(exchange, selection, expunged.get()).then(Mono.error(e)))
                .then(Mono.defer(() -> record(exchange, selection, expunged.get())));
    }

    private static long expungedBy(ImapResponseMessage message) {
        if (message instanceof VanishedResponse) {
            return Arrays.stream(((VanishedResponse) message).getUids())
                    .mapToLong(
                            range -> range.getHighVal().asLong() - range.getLowVal().asLong() + 1)
                    .sum();
        }
        return message instanceof ExpungeResponse ? 1 : 0;
    }

    private Mono<Void> record(
            Exchange<ExpungeRequest> exchange, SharedSelection selection, long told) {
        boolean hungUp =
                SharedSelection.of(exchange.session().getSelected())
                        .filter(selected -> selected == selection)
                        .isEmpty();
        if (told == 0 && !hungUp) {
            return Mono.empty();
        }
        return desk.audit()
                .record(
                        exchange,
                        AuditAction.MESSAGES_DELETED,
                        selection.address(),
                        // A client that has gone is not told all of it.
                        ImmutableMap.of("messages", hungUp ? "unknown" : String.valueOf(told)));
    }
}
