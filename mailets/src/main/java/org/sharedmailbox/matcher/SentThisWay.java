/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.matcher;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.sharedmailbox.mailet.SendOrder;
import org.sharedmailbox.sending.SendMode;

/** Matches all recipients of a mail that was accepted as one of that kind. */
abstract class SentThisWay extends GenericMatcher {
    private final SendMode way;

    SentThisWay(SendMode way) {
        this.way = way;
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
        Optional<SendOrder> order = SendOrder.of(mail).filter(o -> o.way() == way);
        return order.isPresent() && !isAnswer(mail) ? mail.getRecipients() : ImmutableList.of();
    }

    /** A bounce of such a mail, which inherits what the mail had. */
    private static boolean isAnswer(Mail mail) {
        return mail.getMaybeSender().isNullSender() && SendOrder.carriedOutOn(mail).isPresent();
    }

    @Override
    public String getMatcherInfo() {
        return getClass().getSimpleName();
    }
}
