/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.metrics.api.Metric;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.mailet.Mail;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators and auditors of copies that could not be filed. */
final class CopyFailures {
    /** The counter's name in James's metrics: one for each try that failed. */
    static final String METRIC = "sharedMailboxSentCopyFailed";

    private static final Logger LOGGER = LoggerFactory.getLogger(CopyFailures.class);
    private static final int LONGEST = 500;

    private final AuditLog auditLog;
    private final Metric failed;
    private final Clock clock;

    CopyFailures(AuditLog auditLog, MetricFactory metrics, Clock clock) {
        this.auditLog = auditLog;
        this.failed = metrics.generate(METRIC);
        this.clock = clock;
    }

    /**
     * @param failures how often it has failed, this time included
     * @param nextTry empty if there will be none
     */
    void tell(
            SendOrder order,
            Mail mail,
            int failures,
            Optional<Duration> nextTry,
            Exception failure) {
        failed.increment();
        LOGGER.warn(
                "No copy of {} in Sent of {} (failure {}); {}",
                mail.getName(),
                order.mailbox().asString(),
                failures,
                nextTry.map(delay -> "tried again after " + delay).orElse("given up"),
                failure);
        try {
            auditLog.append(entry(order, mail, failures, nextTry, failure));
        } catch (RuntimeException e) {
            LOGGER.error("The missing copy of {} is not audited", mail.getName(), e);
        }
    }

    private AuditEntry entry(
            SendOrder order,
            Mail mail,
            int failures,
            Optional<Duration> nextTry,
            Exception failure) {
        return AuditEntry.of(
                clock.instant(),
                Actor.member(order.delegate(), AuditSource.SMTP),
                AuditAction.MAIL_COPY_FAILED,
                order.mailbox(),
                Optional.of(order.delegate()),
                ImmutableMap.<String, String>builder()
                        .put("way", order.way().name())
                        .put("messageId", bounded(messageId(mail)))
                        .put("failures", Integer.toString(failures))
                        .put("nextTry", nextTry.map(Duration::toString).orElse("none"))
                        .put("reason", bounded(String.valueOf(failure.getMessage())))
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

    private static String bounded(String text) {
        return Ascii.truncate(CharMatcher.javaIsoControl().replaceFrom(text, ' '), LONGEST, "…");
    }
}
