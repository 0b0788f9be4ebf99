/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.matcher;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.sharedmailbox.send.SendInstruction;
import org.sharedmailbox.sending.SendMode;

/** Matches all recipients of a mail that was accepted in one send mode. */
abstract class SendModeMatcher extends GenericMatcher {
    private final SendMode mode;

    SendModeMatcher(SendMode mode) {
        this.mode = mode;
    }

    @Override
    public void init() throws MessagingException {
        String condition = getCondition();
        if (condition != null && !condition.isEmpty()) {
            throw new MessagingException(getMatcherInfo() + " takes no condition");
        }
    }

    @Override
    public Collection<MailAddress> match(Mail mail) {
        Optional<SendInstruction> instruction =
                SendInstruction.of(mail).filter(one -> one.mode() == mode);
        return instruction.isPresent() && !isBounce(mail)
                ? mail.getRecipients()
                : ImmutableList.of();
    }

    /** A bounce inherits the attributes of the mail that bounced; a receipt never bounces. */
    private static boolean isBounce(Mail mail) {
        return mail.getMaybeSender().isNullSender()
                && SendInstruction.carriedOutOn(mail)
                        .filter(instruction -> !instruction.nullSender())
                        .isPresent();
    }

    @Override
    public String getMatcherInfo() {
        return getClass().getSimpleName();
    }
}
