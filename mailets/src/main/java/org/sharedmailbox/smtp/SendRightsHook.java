/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.apache.james.protocols.smtp.hook.RcptHook;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import org.sharedmailbox.guice.SharedMailboxModule;
import org.sharedmailbox.guice.Wiring;
import org.sharedmailbox.send.SendInstruction;

/**
 * Lets users who have logged in send from the mailboxes that they may send from, and from no other.
 * The envelope is checked at MAIL and RCPT, and once more, together with the headers, at the end of
 * DATA, before the mail is spooled. What is permitted is {@linkplain HookResult#DECLINED left to
 * the next hook}, as James's own hook does; clients that have not logged in are left to that one.
 *
 * <p>James creates this class by name: {@link SharedMailboxHandlersPackage} lists it, if the
 * plugin's module is installed.
 */
public class SendRightsHook implements MailHook, RcptHook, JamesMessageHook {
    private static final String MODULE_MISSING =
            "SendRightsHook needs guice.extension.module="
                    + SharedMailboxModule.class.getName()
                    + " in extensions.properties. In smtpserver.xml, name the package"
                    + " SharedMailboxHandlersPackage instead of this hook: it leaves the hook out"
                    + " if the module is missing";

    private final DefaultSenderVerification defaultVerification;
    private final SubmissionCheck submissions;

    /**
     * @throws IllegalStateException if the plugin's module is not installed: it is safer not to
     *     start than to verify nothing
     */
    @Inject
    SendRightsHook(DefaultSenderVerification defaultVerification, Wiring wiring) {
        this.defaultVerification = defaultVerification;
        this.submissions =
                wiring.find(SubmissionCheck.class)
                        .orElseThrow(() -> new IllegalStateException(MODULE_MISSING));
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        return hasLoggedIn(session)
                ? submissions.checkSender(session, sender)
                : defaultVerification.checkMail(session, sender);
    }

    /** Checks again: another hook may have accepted the sender, or the right may be gone. */
    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        return hasLoggedIn(session)
                ? submissions.checkEnvelope(session, sender)
                : defaultVerification.checkRcpt(session, sender, recipient);
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        SendInstruction.removeFrom(mail);
        return hasLoggedIn(session)
                ? submissions.checkMessage(session, mail)
                : defaultVerification.checkMessage(session, mail);
    }

    private static boolean hasLoggedIn(SMTPSession session) {
        return session.getUsername() != null;
    }
}
