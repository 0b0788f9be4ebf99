/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import org.sharedmailbox.audit.AuditAction;
import reactor.core.publisher.Mono;

/**
 * What the audit log says of messages that were copied or moved, for each other owner concerned.
 */
final class TransferRecord {
    private final ImapAudit audit;
    private final Exchange<? extends AbstractMessageRangeRequest> exchange;
    private final AuditAction action;
    private final FolderAddress target;

    TransferRecord(
            ImapAudit audit,
            Exchange<? extends AbstractMessageRangeRequest> exchange,
            AuditAction action,
            FolderAddress target) {
        this.audit = audit;
        this.exchange = exchange;
        this.action = action;
        this.target = target;
    }

    Mono<Void> of(int messages) {
        Optional<FolderAddress> source =
                SharedSelection.of(exchange.session().getSelected()).map(SharedSelection::address);
        Mono<Void> atSource =
                source.map(from -> record(from, messages, "to", target.toString()))
                        .orElseGet(Mono::empty);
        boolean targetIsAnothers =
                !target.owner().equals(exchange.member())
                        && !source.map(FolderAddress::owner).equals(Optional.of(target.owner()));
        return targetIsAnothers
                ? atSource.then(record(target, messages, "from", nameOf(source)))
                : atSource;
    }

    private String nameOf(Optional<FolderAddress> source) {
        return source.map(FolderAddress::toString).orElse(exchange.member().asString());
    }

    private Mono<Void> record(FolderAddress at, int messages, String way, String other) {
        return audit.record(
                exchange,
                action,
                at,
                ImmutableMap.of("messages", String.valueOf(messages), way, other));
    }
}
