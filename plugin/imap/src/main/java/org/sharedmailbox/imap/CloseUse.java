/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableMap;
import org.apache.james.imap.message.request.CloseRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MessageRange;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * CLOSE (RFC 4314 §4): without right {@code e} it expunges nothing and succeeds. What it expunges
 * is counted for the audit log, which stock does not do.
 */
final class CloseUse implements SelectedMailboxRule.Use<CloseRequest> {
    private final FrontDesk desk;
    private final MailboxManager mailboxes;

    CloseUse(FrontDesk desk, MailboxManager mailboxes) {
        this.desk = desk;
        this.mailboxes = mailboxes;
    }

    @Override
    public Mono<Void> with(
            Exchange<CloseRequest> exchange, SharedSelection selection, ImapRights rights) {
        return (rights.allow(Right.PerformExpunge) ? expunge(exchange, selection) : nothing())
                .then(SharedSelection.deselect(exchange.session()))
                .then(exchange.complete());
    }

    private static Mono<Void> nothing() {
        return Mono.empty();
    }

    private Mono<Void> expunge(Exchange<CloseRequest> exchange, SharedSelection selection) {
        MailboxSession owner = SessionView.again(selection.ownerSession());
        Mono<Long> expunged =
                Mono.from(mailboxes.getMailboxReactive(selection.live().getMailboxId(), owner))
                        .flatMap(
                                mailbox ->
                                        mailbox.expungeReactive(MessageRange.all(), owner).count());
        return mailboxes
                .manageProcessing(expunged, owner)
                .filter(count -> count > 0)
                .flatMap(
                        count ->
                                desk.audit()
                                        .record(
                                                exchange,
                                                AuditAction.MESSAGES_DELETED,
                                                selection.address(),
                                                ImmutableMap.of(
                                                        "messages", String.valueOf(count))));
    }
}
