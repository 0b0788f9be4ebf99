/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static com.google.common.collect.Iterables.concat;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.core.Username;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.apache.james.protocols.smtp.hook.RcptHook;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.mailet.SendOrder;
import org.sharedmailbox.sending.SendDecision;
import org.sharedmailbox.sending.SendHeaders;
import org.sharedmailbox.sending.SendPolicy;
import org.sharedmailbox.sending.SendRights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets those who logged in send from the mailboxes that they may send from, and from no other: the
 * envelope is checked at MAIL and RCPT, and all of it again, with the headers, at the end of DATA,
 * before the mail is spooled. What is allowed is {@linkplain HookResult#DECLINED left to the next
 * hook}, as stock does. Clients that did not log in are stock's business. Refuses for the time
 * being whatever it cannot find out.
 */
public class SendRightsHook implements MailHook, RcptHook, JamesMessageHook {
    private static final Logger LOGGER = LoggerFactory.getLogger(SendRightsHook.class);

    private final SendServices services;

    @Inject
    public SendRightsHook(SendServices services) {
        this.services = services;
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        return session.getUsername() == null
                ? services.stock().onMail(session, sender)
                : failingClosed(session, () -> checkEnvelope(session, sender));
    }

    /** Asked again: another hook may have accepted the sender, or the right may be gone. */
    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        return session.getUsername() == null
                ? services.stock().onRcpt(session, sender, recipient)
                : failingClosed(session, () -> checkEnvelope(session, sender));
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        SendOrder.removeFrom(mail);
        return session.getUsername() == null
                ? services.stock().onMessage(session, mail)
                : failingClosed(session, () -> checkMail(session, mail));
    }

    private HookResult checkEnvelope(SMTPSession session, MaybeSender sender) {
        Username user = session.getUsername();
        Optional<MailAddress> envelope = sender.asOptional();
        if (envelope.filter(SendRightsHook::isNobodys).isPresent()) {
            services.audit().refused(user, user, SmtpAnswer.NOBODYS);
            return SmtpAnswer.refusal(SmtpAnswer.NOBODYS);
        }
        SendDecision decision =
                SendPolicy.decideEnvelope(rights(session, envelope, ImmutableSet.of()), envelope);
        if (decision.refusal().isPresent()) {
            services.audit().refused(user, decision.mailbox(), decision.refusal().get());
            return SmtpAnswer.refusal(decision.refusal().get());
        }
        if (decision.way().isDelegated() && !services.isSendingInstalled()) {
            services.audit().refused(user, decision.mailbox(), SmtpAnswer.NOT_INSTALLED);
            return SmtpAnswer.HALF_INSTALLED;
        }
        return SmtpAnswer.GO_ON;
    }

    /** Users' names have one '@', which a quoted local part may contain too. */
    private static boolean isNobodys(MailAddress address) {
        return address.getLocalPart().indexOf('@') >= 0;
    }

    private HookResult checkMail(SMTPSession session, Mail mail)
            throws MessagingException, IOException {
        Username user = session.getUsername();
        Optional<MailAddress> envelope = mail.getMaybeSender().asOptional();
        SubmittedHeaders submitted = SubmittedHeaders.of(mail);
        SendHeaders headers = submitted.aboutSending();
        SendDecision decision =
                SendPolicy.decide(
                        rights(session, envelope, headers.mentioned()), envelope, headers);
        Optional<String> messageId = submitted.first("Message-ID");
        if (decision.refusal().isPresent()) {
            String reason = decision.refusal().get();
            services.audit().refused(user, decision.mailbox(), reason, mail, messageId);
            return SmtpAnswer.refusal(reason);
        }
        if (decision.way().isDelegated() && !services.isSendingInstalled()) {
            services.audit()
                    .refused(user, decision.mailbox(), SmtpAnswer.NOT_INSTALLED, mail, messageId);
            return SmtpAnswer.HALF_INSTALLED;
        }
        String server = session.getConfiguration().getHelloName();
        services.orders().of(decision, user, server, mail, submitted).attachTo(mail);
        services.audit().sent(user, decision, mail, messageId);
        return SmtpAnswer.GO_ON;
    }

    private SendRights rights(
            SMTPSession session, Optional<MailAddress> envelope, Iterable<Username> mentioned) {
        return services.lookup()
                .of(
                        session.getUsername(),
                        services.stock().isOn(session),
                        concat(
                                envelope.map(Username::fromMailAddress).stream()
                                        .collect(ImmutableSet.toImmutableSet()),
                                mentioned));
    }

    private HookResult failingClosed(SMTPSession session, Check check) {
        try {
            Username user = session.getUsername();
            if (!services.lookup().maySignIn(user)) {
                services.audit().refused(user, user, SmtpAnswer.CONVERTED);
                return SmtpAnswer.refusal(SmtpAnswer.CONVERTED);
            }
            return check.run();
        } catch (StoreUnavailableException e) {
            LOGGER.error("What {} may send from is unknown", session.getUsername().asString(), e);
        } catch (MessagingException | IOException | RuntimeException e) {
            LOGGER.error("A mail of {} cannot be checked", session.getUsername().asString(), e);
        }
        return SmtpAnswer.STORE_UNAVAILABLE;
    }

    /** Whatever may fail. */
    private interface Check {
        HookResult run() throws MessagingException, IOException;
    }
}
