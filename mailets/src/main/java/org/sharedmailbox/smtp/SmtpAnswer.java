/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import org.apache.james.protocols.smtp.SMTPRetCode;
import org.apache.james.protocols.smtp.dsn.DSNStatus;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;

/** The one place where a decision or a failure becomes a reply to the client. */
final class SmtpAnswer {
    /** We do not know, so the client has to try again later. */
    static final HookResult STORE_UNAVAILABLE =
            later(
                    DSNStatus.SYSTEM_OTHER,
                    "It cannot be verified at present from where you may send; try again later");

    static final String NOBODYS = "No user has an address with an '@' before the '@'";

    static final String CONVERTED =
            "This account has become a shared mailbox; sign in with your own";

    static final String NOT_INSTALLED =
            "Sending from another mailbox has to wait until the administrator finishes the"
                    + " installation: the mailet DelegatedSender is missing";

    /** The hook is there, the mailet that rewrites is not. */
    static final HookResult HALF_INSTALLED = later(DSNStatus.SYSTEM_CFG_ERROR, NOT_INSTALLED);

    /** The others are asked in their turn, as stock does for a sender that is right. */
    static final HookResult GO_ON = HookResult.DECLINED;

    private SmtpAnswer() {}

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

    private static HookResult later(String status, String reason) {
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.denySoft())
                .smtpReturnCode(SMTPRetCode.LOCAL_ERROR)
                .smtpDescription(DSNStatus.getStatus(DSNStatus.TRANSIENT, status) + " " + reason)
                .build();
    }
}
