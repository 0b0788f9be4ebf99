/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import java.io.IOException;
import java.util.List;
import javax.mail.MessagingException;
import javax.mail.internet.AddressException;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sharedmailbox.header.HeaderField;
import org.sharedmailbox.header.HeaderSection;
import org.sharedmailbox.send.SendAttributes;
import org.sharedmailbox.send.SendInstruction;
import org.sharedmailbox.sending.SendMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a mail that the SMTP hook accepted look as it has to leave: with Send As nothing in it
 * names the delegate, with Send On Behalf the delegate is its Sender; either way it is the
 * mailbox's mail. Carries out the {@link SendInstruction} that the hook attached; mail without one
 * passes untouched. Takes no parameters:
 *
 * <pre>{@code <mailet match="All" class="org.sharedmailbox.mailet.DelegatedSender"/>}</pre>
 */
public class DelegatedSender extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(DelegatedSender.class);

    @Override
    public void service(Mail mail) {
        try {
            // A forward or bounce of a mail has its headers, but an envelope of its own.
            if (mail.getAttribute(SendAttributes.REWRITTEN).isEmpty()) {
                carryOut(mail);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            // If this were thrown on, configuration could ignore it, and the mail leave as it is.
            LOGGER.error("Cannot rewrite {}, which is held back", mail.getName(), e);
            mail.setErrorMessage("The mail cannot be rewritten: " + e.getMessage());
            mail.setState(Mail.ERROR);
        }
    }

    private void carryOut(Mail mail) throws MessagingException, IOException {
        SendInstruction instruction = SendInstruction.of(mail).orElse(null);
        if (instruction == null) {
            return;
        }
        rewrite((MailImpl) mail, instruction);
        if (instruction.mode().isDelegated()) {
            address((MailImpl) mail, instruction);
            SendInstruction.markCarriedOut(mail);
        } else {
            SendInstruction.removeFrom(mail);
        }
    }

    /**
     * Makes the envelope the mailbox's. The empty one stays: nobody may answer a receipt
     * automatically (RFC 8098 §3, RFC 5321 §4.5.5). Bounces say from which host a mail came, and
     * with Send As the delegate's is nobody's concern; the unspecified address is in no network
     * that an operator may trust.
     */
    private static void address(MailImpl mail, SendInstruction instruction)
            throws AddressException {
        if (mail.hasSender()) {
            mail.setSender(instruction.mailbox().asMailAddress());
        }
        if (instruction.mode() == SendMode.SEND_AS) {
            mail.setRemoteHost(instruction.server());
            mail.setRemoteAddr("0.0.0.0");
        }
    }

    private static void rewrite(MailImpl mail, SendInstruction instruction)
            throws MessagingException, IOException {
        try (HeaderSection headers = HeaderSection.of(mail)) {
            if (!headers.isWellFormed()) {
                throw new MessagingException(
                        "The headers are not those that the SMTP hook accepted");
            }
            List<HeaderField> outgoing = new OutgoingHeaders(instruction).of(headers.fields());
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
