/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import javax.inject.Inject;
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

/**
 * James's default hook for verifying senders: the only check that is made of clients that have not
 * logged in. Thread-safe.
 */
final class DefaultSenderVerification {
    private static final MaybeSender ANYBODY = MaybeSender.getMailSender("anybody@localhost");

    private final DomainList domains;
    private final UsersRepository users;
    private final CanSendFrom canSendFrom;
    private final SenderAuthIdentifyVerificationHook hook;

    @Inject
    DefaultSenderVerification(DomainList domains, UsersRepository users, CanSendFrom canSendFrom) {
        this.domains = domains;
        this.users = users;
        this.canSendFrom = canSendFrom;
        this.hook = new SenderAuthIdentifyVerificationHook(domains, users, canSendFrom);
    }

    HookResult checkMail(SMTPSession session, MaybeSender sender) {
        return hook.doMail(session, sender);
    }

    HookResult checkRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        return hook.doRcpt(session, sender, recipient);
    }

    HookResult checkMessage(SMTPSession session, Mail mail) {
        SenderAuthIdentifyVerificationHook defaultHook = hook;
        // James 3.9's looks at the headers, too.
        return defaultHook instanceof JamesMessageHook
                ? ((JamesMessageHook) defaultHook).onMessage(session, mail)
                : HookResult.DECLINED;
    }

    /**
     * Decides whether {@code verifyIdentity} is on, on the port of a client that has logged in.
     * Finds out by asking James's hook about a sender, because the setting has different types in
     * James 3.8 and 3.9.
     */
    boolean isOn(SMTPSession session) {
        Probe probe = new Probe();
        HookResult unused = probe.doMail(session, ANYBODY);
        return probe.asked;
    }

    /** Notices whether James's hook asks about a sender at all, and lets every sender pass. */
    private final class Probe extends SenderAuthIdentifyVerificationHook {
        private boolean asked;

        Probe() {
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
