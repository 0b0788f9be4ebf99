/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import org.apache.james.core.Domain;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.core.Username;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.rrt.api.CanSendFrom;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.james.smtpserver.SenderAuthIdentifyVerificationHook;
import org.apache.james.user.api.UsersRepository;
import org.apache.mailet.Mail;

/** What stock James does about senders: all that is done for clients that did not log in. */
final class StockVerification {
    private static final MaybeSender ANYBODY = MaybeSender.getMailSender("anybody@localhost");

    private final DomainList domains;
    private final UsersRepository users;
    private final CanSendFrom canSendFrom;
    private final SenderAuthIdentifyVerificationHook hook;

    StockVerification(DomainList domains, UsersRepository users, CanSendFrom canSendFrom) {
        this.domains = domains;
        this.users = users;
        this.canSendFrom = canSendFrom;
        this.hook = new SenderAuthIdentifyVerificationHook(domains, users, canSendFrom);
    }

    HookResult onMail(SMTPSession session, MaybeSender sender) {
        return hook.doMail(session, sender);
    }

    HookResult onRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        return hook.doRcpt(session, sender, recipient);
    }

    HookResult onMessage(SMTPSession session, Mail mail) {
        SenderAuthIdentifyVerificationHook stock = hook;
        // James 3.9's looks at the headers, too.
        return stock instanceof JamesMessageHook
                ? ((JamesMessageHook) stock).onMessage(session, mail)
                : HookResult.DECLINED;
    }

    /**
     * Whether {@code verifyIdentity} is on, on the port of a client that has logged in. Found out
     * by asking stock's hook about a sender, because the type of the setting is not the same in
     * James 3.8 and 3.9.
     */
    boolean isOn(SMTPSession session) {
        Question question = new Question();
        HookResult unused = question.doMail(session, ANYBODY);
        return question.asked;
    }

    /** Notices whether the sender matters; every sender is right for it. */
    private final class Question extends SenderAuthIdentifyVerificationHook {
        private boolean asked;

        Question() {
            super(domains, users, canSendFrom);
        }

        @Override
        protected boolean isLocalDomain(Domain domain) {
            return true;
        }

        @Override
        protected Username getUser(MailAddress mailAddress) {
            return Username.of("anybody");
        }

        @Override
        protected boolean isSenderAllowed(Username user, Username sender) {
            asked = true;
            return true;
        }
    }
}
