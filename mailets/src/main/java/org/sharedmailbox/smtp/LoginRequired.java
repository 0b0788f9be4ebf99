/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.apache.james.protocols.smtp.hook.RcptHook;

/**
 * Refuses mail from clients that have not logged in, whomever it is from or to, and from whichever
 * network: for a submission port (RFC 6409 §4.3), never for the port that other servers use. James
 * itself asks for a login only to relay, or where the envelope names a local sender; its setting
 * {@code auth.announce} announces the command and demands nothing.
 *
 * <p>Works without the plugin's module. In {@code smtpserver.xml}, in the submission server's
 * {@code handlerchain}, before other handlers:
 *
 * <pre>{@code <handler class="org.sharedmailbox.smtp.LoginRequired"/>}</pre>
 */
public class LoginRequired implements MailHook, RcptHook {
    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        return check(session);
    }

    /** Checks again: another hook may have accepted the sender before this one was asked. */
    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        return check(session);
    }

    private static HookResult check(SMTPSession session) {
        return session.getUsername() == null ? SmtpReply.LOGIN_REQUIRED : SmtpReply.NO_OBJECTION;
    }
}
