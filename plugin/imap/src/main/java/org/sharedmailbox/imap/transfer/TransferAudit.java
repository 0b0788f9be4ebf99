/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.name.FolderAddress;
import reactor.core.publisher.Mono;

/** Records messages that were copied or moved, once for each other owner concerned. */
final class TransferAudit {
    private final ImapAudit audit;
    private final CommandContext<?> context;
    private final AuditAction action;
    private final Optional<FolderAddress> source;
    private final FolderAddress target;

    /**
     * Makes the records of one command.
     *
     * @param source empty if it is the delegate's own
     */
    TransferAudit(
            ImapAudit audit,
            CommandContext<?> context,
            AuditAction action,
            Optional<FolderAddress> source,
            FolderAddress target) {
        this.audit = audit;
        this.context = context;
        this.action = action;
        this.source = source;
        this.target = target;
    }

    /** Records that so many messages were transferred. */
    Mono<Void> record(int messages) {
        Mono<Void> atSource =
                source.map(from -> record(from, messages, "to", target.toString()))
                        .orElseGet(Mono::empty);
        boolean targetIsAnothers =
                !target.owner().equals(context.delegate())
                        && !source.map(FolderAddress::owner).equals(Optional.of(target.owner()));
        String from = source.map(FolderAddress::toString).orElse(context.delegate().asString());
        return targetIsAnothers ? atSource.then(record(target, messages, "from", from)) : atSource;
    }

    private Mono<Void> record(FolderAddress folder, int messages, String direction, String other) {
        return audit.record(
                context,
                action,
                folder,
                ImmutableMap.of("messages", String.valueOf(messages), direction, other));
    }
}
