/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.util.Optional;
import org.apache.james.protocols.smtp.SMTPRetCode;
import org.apache.james.protocols.smtp.dsn.DSNStatus;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.sharedmailbox.model.Excerpt;

/** The replies that clients get; the one place where a decision or a failure becomes a reply. */
final class SmtpReply {
    private static final int MAX_QUOTED = 100;

    /** Nobody knows whether it is permitted, so the client has to try again. */
    static final HookResult CANNOT_CHECK =
            tryLater(
                    DSNStatus.SYSTEM_OTHER,
                    "Your permission to send cannot be checked right now; try again later");

    /** The reason for refusing an address that nobody can have. */
    static final String NOBODYS_ADDRESS = "A user's address cannot contain a second '@'";

    /** The reason for refusing a user whose account became a shared mailbox. */
    static final String ACCOUNT_CONVERTED =
            "This account is now a shared mailbox; sign in with your own account";

    /**
     * The reason for refusing a user whose account has got another password since, or was deleted,
     * whoever has the name now.
     */
    static final String SIGN_IN_CHANGED =
            "The sign-in of this account has changed, or the account was deleted; sign in again";

    /** The reason for refusing a user who has no account. */
    static final String ACCOUNT_GONE =
            "The account that you signed in to does not exist any more; sign in again";

    /**
     * The reason for refusing delegated mail while the hook is installed without the mailet, or
     * with one that some mail does not get to.
     */
    static final String MAILET_MISSING =
            "Sending from another mailbox is not possible until the administrator completes the"
                    + " installation: the mailet DelegatedSender is missing, or not where all mail"
                    + " gets to it";

    static final HookResult NOT_INSTALLED = tryLater(DSNStatus.SYSTEM_CFG_ERROR, MAILET_MISSING);

    /** Leaves the decision to the next hook, as James's own does for a sender that is right. */
    static final HookResult NO_OBJECTION = HookResult.DECLINED;

    /** Tells a client that has to log in before anything else (RFC 4954 §6). */
    static final HookResult LOGIN_REQUIRED =
            HookResult.builder()
                    .hookReturnCode(HookReturnCode.deny())
                    .smtpReturnCode(SMTPRetCode.AUTH_REQUIRED)
                    .smtpDescription(
                            DSNStatus.getStatus(DSNStatus.PERMANENT, DSNStatus.SECURITY_OTHER)
                                    + " Authentication required")
                    .build();

    private SmtpReply() {}

    /**
     * Returns a refusal that quotes the beginning of what offends, in printable ASCII.
     *
     * @param offence what a client wrote; empty to quote nothing
     */
    static HookResult refusal(String reason, Optional<String> offence) {
        return refusal(text(reason, offence));
    }

    /** Returns the text of the reply. */
    static String text(String reason, Optional<String> offence) {
        return offence.map(text -> reason + ": '" + Excerpt.ascii(MAX_QUOTED, text) + "'")
                .orElse(reason);
    }

    static HookResult refusal(String reason) {
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.deny())
                .smtpReturnCode(SMTPRetCode.MAILBOX_PERM_UNAVAILABLE)
                .smtpDescription(
                        DSNStatus.getStatus(DSNStatus.PERMANENT, DSNStatus.SECURITY_AUTH)
                                + " "
                                + reason)
                .build();
    }

    private static HookResult tryLater(String status, String reason) {
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.denySoft())
                .smtpReturnCode(SMTPRetCode.LOCAL_ERROR)
                .smtpDescription(DSNStatus.getStatus(DSNStatus.TRANSIENT, status) + " " + reason)
                .build();
    }
}
