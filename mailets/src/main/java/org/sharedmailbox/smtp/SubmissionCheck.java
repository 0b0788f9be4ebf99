/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.core.Username;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.mailet.Mail;
import org.sharedmailbox.config.InstallationCheck;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.header.SubmittedHeaders;
import org.sharedmailbox.send.SendInstruction;
import org.sharedmailbox.sending.SendDecision;
import org.sharedmailbox.sending.SendPolicy;
import org.sharedmailbox.sending.SendRights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks what users who have logged in submit: gathers what {@link SendPolicy} needs, turns its
 * decision into a reply and an audit entry, and gives accepted mail its instruction. Whatever
 * cannot be found out is refused for the time being. Thread-safe.
 */
final class SubmissionCheck {
    private static final Logger LOGGER = LoggerFactory.getLogger(SubmissionCheck.class);

    private final DefaultSenderVerification defaultVerification;
    private final LoginCheck logins;
    private final SendRightsLookup lookup;
    private final InstructionWriter instructions;
    private final SendAudit audit;
    private final InstallationCheck installation;
    private final Clock clock;

    @Inject
    SubmissionCheck(
            DefaultSenderVerification defaultVerification,
            LoginCheck logins,
            SendRightsLookup lookup,
            InstructionWriter instructions,
            SendAudit audit,
            InstallationCheck installation,
            Clock clock) {
        this.defaultVerification = defaultVerification;
        this.logins = logins;
        this.lookup = lookup;
        this.instructions = instructions;
        this.audit = audit;
        this.installation = installation;
        this.clock = clock;
    }

    /** Checks the envelope at MAIL, with which a transaction begins. */
    HookResult checkSender(SMTPSession session, MaybeSender sender) {
        ResolvedAddresses.forget(session);
        return checkEnvelope(session, sender);
    }

    /** Checks the envelope alone. */
    HookResult checkEnvelope(SMTPSession session, MaybeSender sender) {
        return failingClosed(session, () -> replyToEnvelope(session, sender.asOptional()));
    }

    /** Checks a whole mail at the end of DATA, the envelope once more. */
    HookResult checkMessage(SMTPSession session, Mail mail) {
        return failingClosed(session, () -> replyToMessage(session, mail));
    }

    private HookResult replyToEnvelope(SMTPSession session, Optional<MailAddress> envelope) {
        Username user = session.getUsername();
        if (envelope.filter(SubmissionCheck::isNobodys).isPresent()) {
            audit.refused(user, user, SmtpReply.NOBODYS_ADDRESS);
            return SmtpReply.refusal(SmtpReply.NOBODYS_ADDRESS);
        }
        SendDecision decision = SendPolicy.decideEnvelope(rights(session), envelope);
        if (decision.refusal().isPresent()) {
            String reason = decision.refusal().get();
            audit.refused(user, decision.mailbox(), reason);
            return SmtpReply.refusal(reason);
        }
        if (isHalfInstalledFor(decision)) {
            audit.refused(user, decision.mailbox(), SmtpReply.MAILET_MISSING);
            return SmtpReply.NOT_INSTALLED;
        }
        return SmtpReply.NO_OBJECTION;
    }

    /** Usernames contain one '@', but a quoted local part may contain another. */
    private static boolean isNobodys(MailAddress address) {
        return address.getLocalPart().indexOf('@') >= 0;
    }

    private HookResult replyToMessage(SMTPSession session, Mail mail)
            throws MessagingException, IOException {
        Username user = session.getUsername();
        Optional<MailAddress> envelope = mail.getMaybeSender().asOptional();
        SubmittedHeaders submitted = SubmittedHeaders.of(mail);
        SendDecision decision =
                SendPolicy.decide(rights(session), envelope, submitted.aboutSending());
        Optional<String> messageId = submitted.first("Message-ID");
        if (decision.refusal().isPresent()) {
            String reason = decision.refusal().get();
            audit.refused(user, decision.mailbox(), reason, mail, messageId);
            return SmtpReply.refusal(reason, decision.offence());
        }
        if (isHalfInstalledFor(decision)) {
            audit.refused(user, decision.mailbox(), SmtpReply.MAILET_MISSING, mail, messageId);
            return SmtpReply.NOT_INSTALLED;
        }
        String server = session.getConfiguration().getHelloName();
        SendInstruction instruction = instructions.write(decision, user, server, mail, submitted);
        instruction.attachTo(mail);
        audit.sent(user, decision, mail, messageId.or(instruction::messageId));
        return SmtpReply.NO_OBJECTION;
    }

    private boolean isHalfInstalledFor(SendDecision decision) {
        return decision.mode().isDelegated() && !installation.isSendingInstalled();
    }

    private SendRights rights(SMTPSession session) {
        return lookup.of(
                SessionStart.userOf(session),
                defaultVerification.isOn(session),
                ResolvedAddresses.of(session, clock.instant()));
    }

    private HookResult failingClosed(SMTPSession session, Check check) {
        Username user = session.getUsername();
        try {
            Optional<String> ended = logins.refusal(session);
            if (ended.isPresent()) {
                audit.refused(user, user, ended.get());
                return SmtpReply.refusal(ended.get());
            }
            return check.run();
        } catch (StoreUnavailableException e) {
            if (!e.isLogged()) {
                LOGGER.error("Cannot look up what {} may send from", user.asString(), e);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            LOGGER.error("Cannot check a mail from {}", user.asString(), e);
        }
        return SmtpReply.CANNOT_CHECK;
    }

    /** A check, which may fail in any of these ways. */
    private interface Check {
        HookResult run() throws MessagingException, IOException;
    }
}
