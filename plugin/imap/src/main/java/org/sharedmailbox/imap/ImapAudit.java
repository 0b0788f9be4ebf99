/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Records what members do, and are not let do, in other owners' mailboxes. What has been done stays
 * done if that cannot be recorded; the server's log tells of it then. Safe for use by many threads.
 */
@Singleton
class ImapAudit {
    private static final Logger LOGGER = LoggerFactory.getLogger(ImapAudit.class);

    private final AuditLog auditLog;
    private final Clock clock;
    private final RepeatedEntries<Denial> denials = new RepeatedEntries<>();

    @Inject
    ImapAudit(AuditLog auditLog, Clock clock) {
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * A command that was refused for want of a right, or of access; equal ones are recorded once a
     * minute. May block.
     */
    void denied(Exchange<?> exchange, Username owner, String folder) {
        String command = exchange.request().getCommand().getName();
        Denial denial = Denial.of(exchange.member(), owner, command, folder);
        denials.count(denial, clock.instant())
                .ifPresent(leftOut -> append(exchange, denial, leftOut));
    }

    private void append(Exchange<?> exchange, Denial denial, long leftOut) {
        ImmutableMap.Builder<String, String> facts =
                ImmutableMap.<String, String>builder()
                        .put("command", denial.command())
                        .put("folder", denial.folder());
        if (leftOut > 0) {
            facts.put("leftOut", String.valueOf(leftOut));
        }
        try {
            append(exchange, AuditAction.ACCESS_DENIED, denial.owner(), facts.build());
        } catch (RuntimeException e) {
            denials.notRecorded(denial);
            throw e;
        }
    }

    /**
     * Does something that ends in a tagged response, and records it if that is OK.
     *
     * @param doing answers by the responder that it is given
     */
    Mono<Void> recording(
            Exchange<?> exchange,
            AuditAction action,
            FolderAddress address,
            Map<String, String> details,
            Responder responder,
            Function<Responder, Mono<Void>> doing) {
        Outcome outcome = new Outcome(responder);
        return doing.apply(outcome)
                .then(outcome.ifOk(() -> record(exchange, action, address, details)));
    }

    /** Records what has been done. Does not block. */
    Mono<Void> record(
            Exchange<?> exchange,
            AuditAction action,
            FolderAddress address,
            Map<String, String> details) {
        ImmutableMap<String, String> facts =
                ImmutableMap.<String, String>builder()
                        .put("folder", address.folder().asString())
                        .putAll(details)
                        .build();
        return Mono.<Void>fromRunnable(() -> append(exchange, action, address.owner(), facts))
                .subscribeOn(StoreThreads.MAY_WAIT)
                .onErrorResume(
                        e -> {
                            LOGGER.warn(
                                    "{} of {} in {} is not in the audit log",
                                    action.wireName(),
                                    exchange.member().asString(),
                                    address,
                                    e);
                            return Mono.empty();
                        });
    }

    private void append(
            Exchange<?> exchange,
            AuditAction action,
            Username owner,
            ImmutableMap<String, String> facts) {
        auditLog.append(
                AuditEntry.of(
                        clock.instant(),
                        Actor.member(exchange.member(), AuditSource.IMAP),
                        action,
                        owner,
                        Optional.empty(),
                        facts));
    }
}
