/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.common.collect.ImmutableList;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.guice.Wiring;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files a copy of what is sent from a shared or delegated mailbox in that mailbox's Sent, as it is
 * at this point, once for each mail. Stands behind {@link DelegatedSender}:
 *
 * <pre>{@code <mailet match="All" class="org.sharedmailbox.mailet.SharedSentCopy"/>}</pre>
 *
 * <p>Nothing that goes wrong here keeps the mail from leaving. A copy that cannot be filed goes
 * back to this processor by James's own queue, alone, after each of the durations of the parameter
 * {@code retryAfter} (by default {@code 1 minute, 5 minutes, 30 minutes, 2 hours, 8 hours, 1 day}).
 */
public class SharedSentCopy extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(SharedSentCopy.class);
    private static final Attribute COPIED =
            new Attribute(SendAttributes.COPIED, AttributeValue.of("true"));

    private final Optional<SentCopies> copies;
    private final Optional<CopyFailures> failures;
    private final CopyClaims claims;
    private CopySchedule schedule = CopySchedule.parse(Optional.empty());

    @Inject
    SharedSentCopy(
            MailboxManager mailboxManager,
            MetricFactory metrics,
            CopyClaims claims,
            Wiring wiring) {
        Clock clock = wiring.find(Clock.class).orElseGet(Clock::systemUTC);
        this.claims = claims;
        this.failures =
                wiring.find(AuditLog.class).map(log -> new CopyFailures(log, metrics, clock));
        this.copies =
                wiring.find(SharedMailboxes.class)
                        .map(
                                mailboxes ->
                                        new SentCopies(
                                                mailboxes,
                                                wiring.find(Accounts.class).get(),
                                                new SentFolder(
                                                        mailboxManager,
                                                        wiring.find(Folders.class).get(),
                                                        clock)));
    }

    @Override
    public void init() throws MessagingException {
        try {
            schedule = CopySchedule.parse(getInitParameterAsOptional("retryAfter"));
        } catch (IllegalArgumentException e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }

    @Override
    public void service(Mail mail) {
        int failed = failuresOf(mail);
        try {
            if (failed > 0 || isFirstSeen(mail)) {
                SendOrder.carriedOutOn(mail).ifPresent(order -> file(order, mail, failed));
            }
        } catch (RuntimeException e) {
            LOGGER.error("No copy of {} in Sent", mail.getName(), e);
        }
        if (failed > 0) {
            // It was a copy only; the mail itself has left long ago.
            mail.setState(Mail.GHOST);
        }
    }

    private static int failuresOf(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(
                        mail, SendAttributes.COPY_FAILURES, Integer.class)
                .orElse(0);
    }

    /** Bounces and forwards of the mail inherit the mark, parts of it the identifier. */
    private boolean isFirstSeen(Mail mail) {
        Optional<SendOrder> order = SendOrder.carriedOutOn(mail);
        if (order.isEmpty() || mail.getAttribute(SendAttributes.COPIED).isPresent()) {
            return false;
        }
        mail.setAttribute(COPIED);
        return claims.claim(order.get().id());
    }

    private void file(SendOrder order, Mail mail, int failed) {
        try {
            if (copies.isPresent()) {
                copies.get().file(order, mail);
            }
        } catch (MailboxException | RuntimeException e) {
            int failedNow = failed + 1;
            Optional<Duration> delay = schedule.after(failedNow);
            failures.ifPresent(to -> to.tell(order, mail, failedNow, delay, e));
            delay.ifPresent(d -> tryAgain(order, mail, failedNow, d));
        }
    }

    private void tryAgain(SendOrder order, Mail mail, int failed, Duration delay) {
        try {
            MailImpl copy = MailImpl.duplicate(mail);
            try {
                // Without this mailet, it would be delivered: then to the mailbox, not to all.
                copy.setRecipients(ImmutableList.of(order.mailbox().asMailAddress()));
                copy.setAttribute(
                        new Attribute(SendAttributes.COPY_FAILURES, AttributeValue.of(failed)));
                getMailetContext()
                        .sendMail(copy, mail.getState(), delay.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                LifecycleUtil.dispose(copy);
            }
        } catch (MessagingException | RuntimeException e) {
            LOGGER.error("The copy of {} cannot be kept for another try", mail.getName(), e);
        }
    }

    @Override
    public String getMailetInfo() {
        return "Files what is sent from a shared or delegated mailbox in its Sent";
    }
}
