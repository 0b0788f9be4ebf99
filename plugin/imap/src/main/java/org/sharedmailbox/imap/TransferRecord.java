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
    private final Optional<FolderAddress> source;
    private final FolderAddress target;

    /**
     * @param source empty if it is the member's own
     */
    TransferRecord(
            ImapAudit audit,
            Exchange<? extends AbstractMessageRangeRequest> exchange,
            AuditAction action,
            Optional<FolderAddress> source,
            FolderAddress target) {
        this.audit = audit;
        this.exchange = exchange;
        this.action = action;
        this.source = source;
        this.target = target;
    }

    Mono<Void> of(int messages) {
        Mono<Void> atSource =
                source.map(from -> record(from, messages, "to", target.toString()))
                        .orElseGet(Mono::empty);
        boolean targetIsAnothers =
                !target.owner().equals(exchange.member())
                        && !source.map(FolderAddress::owner).equals(Optional.of(target.owner()));
        String from = source.map(FolderAddress::toString).orElse(exchange.member().asString());
        return targetIsAnothers ? atSource.then(record(target, messages, "from", from)) : atSource;
    }

    private Mono<Void> record(FolderAddress at, int messages, String way, String other) {
        return audit.record(
                exchange,
                action,
                at,
                ImmutableMap.of("messages", String.valueOf(messages), way, other));
    }
}
