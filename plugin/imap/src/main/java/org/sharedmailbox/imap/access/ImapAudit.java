/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditSink;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.audit.RefusalLog;
import org.sharedmailbox.delegation.DelegationUses;
import org.sharedmailbox.delegation.Use;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.response.OutcomeResponder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Records what delegates do, and are not allowed to do, in other owners' mailboxes. What has been
 * done stays done if it cannot be recorded; the server's log has it then. Thread-safe.
 */
@Singleton
public class ImapAudit {
    private static final Logger LOGGER = LoggerFactory.getLogger(ImapAudit.class);

    private final AuditSink sink;
    private final Clock clock;
    private final RefusalLog refusals;
    private final DelegationUses uses;

    /**
     * @param sink a queue, so that no command waits for the store
     */
    @Inject
    ImapAudit(AuditSink sink, RefusalLog refusals, DelegationUses uses, Clock clock) {
        this.uses = uses;
        this.refusals = refusals;
        this.sink = sink;
        this.clock = clock;
    }

    /**
     * Records a command that was refused for want of a right, or of access, within the bounds of
     * {@link RefusalLog}. May block.
     */
    public void denied(CommandContext<?> context, Username owner, String folder) {
        refusals.record(
                entry(
                        context,
                        AuditAction.ACCESS_DENIED,
                        owner,
                        ImmutableMap.of(
                                "command",
                                context.request().getCommand().getName(),
                                "folder",
                                folder)));
    }

    /**
     * Does something that ends in a tagged response, and records it if that is OK.
     *
     * @param command answers by the responder that it is given
     */
    public Mono<Void> recording(
            CommandContext<?> context,
            AuditAction action,
            FolderAddress folder,
            Map<String, String> details,
            Responder responder,
            Function<Responder, Mono<Void>> command) {
        OutcomeResponder outcome = new OutcomeResponder(responder);
        return command.apply(outcome.asResponder())
                .then(outcome.ifOk(() -> record(context, action, folder, details)));
    }

    /** Records what has been done. Does not block. */
    public Mono<Void> record(
            CommandContext<?> context,
            AuditAction action,
            FolderAddress folder,
            Map<String, String> details) {
        uses.note(folder.owner(), context.delegate(), useBy(action, folder, details));
        ImmutableMap<String, String> facts =
                ImmutableMap.<String, String>builder()
                        .put("folder", folder.folder().asString())
                        .putAll(details)
                        .build();
        return Mono.<Void>fromRunnable(
                        () -> sink.append(entry(context, action, folder.owner(), facts)))
                .onErrorResume(
                        e -> {
                            LOGGER.warn(
                                    "{} of {} in {} is not in the audit log",
                                    action.wireName(),
                                    context.delegate().asString(),
                                    folder,
                                    e);
                            return Mono.empty();
                        });
    }

    /** Notes that the delegate has changed what others may do there. Does not block. */
    public void changedAccess(CommandContext<?> context, Username owner) {
        if (!owner.equals(context.delegate())) {
            uses.note(owner, context.delegate(), Use.MANAGE);
        }
    }

    /** Who copies something out of a mailbox has read it, and changed nothing there. */
    private static Use useBy(
            AuditAction action, FolderAddress folder, Map<String, String> details) {
        String to = details.getOrDefault("to", "");
        boolean takesOut =
                action == AuditAction.MESSAGES_COPIED
                        && !to.isEmpty()
                        && !to.startsWith(folder.owner().asString() + " ");
        return takesOut ? Use.READ : Use.MANAGE;
    }

    private AuditEntry entry(
            CommandContext<?> context,
            AuditAction action,
            Username owner,
            ImmutableMap<String, String> facts) {
        return AuditEntry.of(
                clock.instant(),
                Actor.member(context.delegate(), AuditSource.IMAP),
                action,
                owner,
                Optional.empty(),
                facts);
    }
}
