/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sharedmailbox.guice.Wiring;
import org.sharedmailbox.send.SendAttributes;
import org.sharedmailbox.send.SendInstruction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files a copy of what is sent from a shared or delegated mailbox in that mailbox's Sent, as the
 * mail is at this point, once for each mail. Goes after {@link DelegatedSender}:
 *
 * <pre>{@code <mailet match="All" class="org.sharedmailbox.mailet.SharedSentCopy"/>}</pre>
 *
 * <p>No failure here keeps the mail from leaving. A copy that cannot be filed comes back to this
 * processor through James's own queue, by itself, after each of the durations in the parameter
 * {@code retryAfter} (by default {@code 1 minute, 5 minutes, 30 minutes, 2 hours, 8 hours, 1 day}).
 * Files nothing if the plugin's module is not installed.
 */
public class SharedSentCopy extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(SharedSentCopy.class);
    private static final Attribute COPIED =
            new Attribute(SendAttributes.COPIED, AttributeValue.of("true"));

    private final Optional<SentCopies> copies;
    private RetrySchedule schedule = RetrySchedule.parse(Optional.empty());

    @Inject
    SharedSentCopy(Wiring wiring) {
        this.copies = wiring.find(SentCopies.class);
    }

    @Override
    public void init() throws MessagingException {
        try {
            schedule = RetrySchedule.parse(getInitParameterAsOptional("retryAfter"));
        } catch (IllegalArgumentException e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }

    @Override
    public void service(Mail mail) {
        int failed = failuresOf(mail);
        try {
            SendInstruction.carriedOutOn(mail)
                    .ifPresent(instruction -> handle(mail, instruction, failed));
        } catch (RuntimeException e) {
            LOGGER.error("Could not file a copy of {} in Sent", mail.getName(), e);
        }
        if (failed > 0) {
            // This was only the copy; the mail itself left long ago.
            mail.setState(Mail.GHOST);
        }
    }

    private static int failuresOf(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(
                        mail, SendAttributes.COPY_FAILURES, Integer.class)
                .orElse(0);
    }

    private void handle(Mail mail, SendInstruction instruction, int failed) {
        boolean isFirstAttempt = failed == 0;
        if (isFirstAttempt && mail.getAttribute(SendAttributes.COPIED).isPresent()) {
            // A bounce or a forward of the mail, which inherits the mark.
            return;
        }
        mail.setAttribute(COPIED);
        if (copies.isPresent() && (!isFirstAttempt || copies.get().claim(instruction))) {
            copies.get()
                    .file(instruction, mail, failed, schedule)
                    .ifPresent(delay -> tryAgain(instruction, mail, failed + 1, delay));
        }
    }

    private void tryAgain(SendInstruction instruction, Mail mail, int failed, Duration delay) {
        try {
            MailImpl copy = MailImpl.duplicate(mail);
            try {
                // If this mailet were removed it would be delivered: to the mailbox, not to all.
                copy.setRecipients(ImmutableList.of(instruction.mailbox().asMailAddress()));
                copy.setAttribute(
                        new Attribute(SendAttributes.COPY_FAILURES, AttributeValue.of(failed)));
                getMailetContext()
                        .sendMail(copy, mail.getState(), delay.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                LifecycleUtil.dispose(copy);
            }
        } catch (MessagingException | RuntimeException e) {
            LOGGER.error("Could not keep the copy of {} for another attempt", mail.getName(), e);
        }
    }

    @Override
    public String getMailetInfo() {
        return "Files what is sent from a shared or delegated mailbox in its Sent folder";
    }
}
