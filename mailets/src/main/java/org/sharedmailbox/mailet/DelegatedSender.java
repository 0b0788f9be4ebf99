/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import java.io.IOException;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a mail that the SMTP hook accepted look as it has to leave: with Send As nothing in it
 * names the delegate, with Send On Behalf the delegate is its Sender; either way it is the
 * mailbox's. Carries out what the hook decided and wrote into {@link SendAttributes}; mail without
 * those passes untouched. Takes no parameters:
 *
 * <pre>{@code <mailet match="All" class="org.sharedmailbox.mailet.DelegatedSender"/>}</pre>
 */
public class DelegatedSender extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(DelegatedSender.class);

    @Override
    public void service(Mail mail) {
        try {
            // A forward or a bounce of the mail has an envelope of its own, and the same headers.
            if (mail.getAttribute(SendAttributes.REWRITTEN).isEmpty()) {
                carryOut(mail);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            // Thrown on, it could be ignored by configuration, and the mail leave as it is.
            LOGGER.error("{} cannot be rewritten and does not leave", mail.getName(), e);
            mail.setErrorMessage("The mail cannot be rewritten: " + e.getMessage());
            mail.setState(Mail.ERROR);
        }
    }

    private void carryOut(Mail mail) throws MessagingException, IOException {
        SendOrder order = SendOrder.of(mail).orElse(null);
        if (order == null) {
            return;
        }
        rewrite((MailImpl) mail, order);
        if (order.way().isDelegated()) {
            ((MailImpl) mail).setSender(order.mailbox().asMailAddress());
            mail.setAttribute(SendOrder.REWRITTEN);
        } else {
            SendOrder.removeFrom(mail);
        }
    }

    private static void rewrite(MailImpl mail, SendOrder order)
            throws MessagingException, IOException {
        try (HeaderSection headers = HeaderSection.of(mail)) {
            if (!headers.isWellFormed()) {
                throw new MessagingException("The headers are not those that the hook let pass");
            }
            List<HeaderField> outgoing = new OutgoingHeaders(order).of(headers.fields());
            if (!outgoing.equals(headers.fields())) {
                mail.setMessageContent(
                        MimeMessageInputStreamSource.create(
                                mail.getName(), headers.with(outgoing)));
            }
        }
    }

    @Override
    public String getMailetInfo() {
        return "Rewrites mail sent from a shared or delegated mailbox";
    }
}
