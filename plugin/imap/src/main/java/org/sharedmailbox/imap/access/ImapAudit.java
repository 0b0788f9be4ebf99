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
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.audit.RepeatedEntries;
import org.sharedmailbox.imap.command.BlockingScheduler;
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

    private final AuditLog auditLog;
    private final Clock clock;
    private final BlockingScheduler scheduler;
    private final RepeatedEntries<Denial> denials = new RepeatedEntries<>();

    @Inject
    ImapAudit(AuditLog auditLog, Clock clock, BlockingScheduler scheduler) {
        this.scheduler = scheduler;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * Records a command that was refused for want of a right, or of access; equal ones once a
     * minute. May block.
     */
    public void denied(CommandContext<?> context, Username owner, String folder) {
        String command = context.request().getCommand().getName();
        Denial denial = Denial.of(context.delegate(), owner, command, folder);
        denials.count(denial, clock.instant())
                .ifPresent(leftOut -> append(context, denial, leftOut));
    }

    private void append(CommandContext<?> context, Denial denial, long leftOut) {
        ImmutableMap.Builder<String, String> facts =
                ImmutableMap.<String, String>builder()
                        .put("command", denial.command())
                        .put("folder", denial.folder());
        if (leftOut > 0) {
            facts.put("leftOut", String.valueOf(leftOut));
        }
        try {
            append(context, AuditAction.ACCESS_DENIED, denial.owner(), facts.build());
        } catch (RuntimeException e) {
            denials.notRecorded(denial);
            throw e;
        }
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
        return command.apply(outcome)
                .then(outcome.ifOk(() -> record(context, action, folder, details)));
    }

    /** Records what has been done. Does not block. */
    public Mono<Void> record(
            CommandContext<?> context,
            AuditAction action,
            FolderAddress folder,
            Map<String, String> details) {
        ImmutableMap<String, String> facts =
                ImmutableMap.<String, String>builder()
                        .put("folder", folder.folder().asString())
                        .putAll(details)
                        .build();
        return scheduler
                .run(() -> append(context, action, folder.owner(), facts))
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

    private void append(
            CommandContext<?> context,
            AuditAction action,
            Username owner,
            ImmutableMap<String, String> facts) {
        auditLog.append(
                AuditEntry.of(
                        clock.instant(),
                        Actor.member(context.delegate(), AuditSource.IMAP),
                        action,
                        owner,
                        Optional.empty(),
                        facts));
    }
}
