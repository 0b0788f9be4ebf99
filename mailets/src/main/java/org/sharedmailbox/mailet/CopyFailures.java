/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.metrics.api.Metric;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.mailet.Mail;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditSink;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.model.Excerpt;
import org.sharedmailbox.send.SendInstruction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, logs and audits copies that could not be filed. Thread-safe. */
final class CopyFailures {
    /** The counter's name in James's metrics: one for each attempt that failed. */
    static final String METRIC = "sharedMailboxSentCopyFailed";

    private static final Logger LOGGER = LoggerFactory.getLogger(CopyFailures.class);
    private static final int MAX_LENGTH = 500;

    private final AuditSink sink;
    private final Metric failed;
    private final Clock clock;

    @Inject
    CopyFailures(AuditSink sink, MetricFactory metrics, Clock clock) {
        this.sink = sink;
        this.failed = metrics.generate(METRIC);
        this.clock = clock;
    }

    /**
     * Reports that a copy could not be filed.
     *
     * @param failures how often that has failed, including this time
     * @param nextTry the time until the next attempt; empty if there will be none
     */
    void report(
            SendInstruction instruction,
            Mail mail,
            int failures,
            Optional<Duration> nextTry,
            Exception failure) {
        failed.increment();
        LOGGER.warn(
                "Could not file a copy of {} in Sent of {} (failure {}); {}",
                mail.getName(),
                instruction.mailbox().asString(),
                failures,
                nextTry.map(delay -> "next attempt in " + delay).orElse("giving up"),
                failure);
        try {
            sink.append(entry(instruction, mail, failures, nextTry, failure));
        } catch (RuntimeException e) {
            LOGGER.error("Cannot audit the missing copy of {}", mail.getName(), e);
        }
    }

    private AuditEntry entry(
            SendInstruction instruction,
            Mail mail,
            int failures,
            Optional<Duration> nextTry,
            Exception failure) {
        return AuditEntry.of(
                clock.instant(),
                Actor.member(instruction.delegate(), AuditSource.SMTP),
                AuditAction.MAIL_COPY_FAILED,
                instruction.mailbox(),
                Optional.of(instruction.delegate()),
                ImmutableMap.<String, String>builder()
                        .put("way", instruction.mode().name())
                        .put("messageId", Excerpt.oneLine(MAX_LENGTH, messageId(mail)))
                        .put("failures", Integer.toString(failures))
                        .put("nextTry", nextTry.map(Duration::toString).orElse("none"))
                        .put(
                                "reason",
                                Excerpt.oneLine(MAX_LENGTH, String.valueOf(failure.getMessage())))
                        .build());
    }

    private static String messageId(Mail mail) {
        try {
            String id = mail.getMessage().getMessageID();
            return id == null ? "" : id;
        } catch (MessagingException e) {
            return "";
        }
    }
}
